import ImpactModel
import Testing

@Suite struct ModelParametersTests {
  @Test(arguments: ModelParameters.defaults)
  func everyDefaultHasARangeAUnitAndASource(parameter: Parameter) {
    #expect(parameter.low <= parameter.value && parameter.value <= parameter.high)
    #expect(parameter.low >= 0)
    #expect(!parameter.unit.isEmpty)
    #expect(!parameter.source.isEmpty)
    #expect(parameter.name.wholeMatch(of: /[a-z][a-z0-9_]*/) != nil)
    if parameter.unit == "share" { #expect(parameter.high <= 1) }
  }

  @Test func noTwoHaveTheSameName() {
    #expect(Set(ModelParameters.defaults.map(\.name)).count == ModelParameters.defaults.count)
  }

  @Test func noneIsForgottenInTheList() {
    let properties = Mirror(reflecting: ModelParameters()).children.compactMap {
      $0.value as? Parameter
    }
    #expect(properties == ModelParameters.defaults)
  }

  @Test func aKeyOfAScenarioFindsItsParameter() throws {
    var parameters = ModelParameters()
    for parameter in ModelParameters.defaults {
      let field = try #require(ModelParameters.field(named: parameter.name))
      #expect(parameters[keyPath: field] == parameter)
      parameters[keyPath: field].value = -1
    }
    #expect(parameters.list.allSatisfy { $0.value == -1 })
    #expect(ModelParameters.field(named: "value_of_thyme") == nil)
  }

  @Test func pricesAndLogitTakeTheirValuesFromHere() {
    var parameters = ModelParameters()
    for (position, field) in ModelParameters.fields.enumerated() {
      parameters[keyPath: field].value = Double(position + 1) / 100
    }
    // In the order of the list, from the first.
    #expect(
      parameters.prices
        == Prices(
          valueOfTimeEuroPerHour: 0.01, waitWeight: 0.02, walkWeight: 0.03,
          changePenaltyMinutes: 0.04, carEuroPerKilometer: 0.05, trainEuroPerKilometer: 0.06,
          urbanEuroPerTrip: 0.07, employerShareOfTickets: 0.08, employeeShareOfParking: 0.09))
    #expect(parameters.logit == NestedLogit(scalePerEuro: 0.10, nestParameter: 0.11))
  }

  @Test func aCarsEmissionsAreThoseOfItsOccupants() {
    // 172 g/km over 1.2 people.
    let parameters = ModelParameters()
    let perCar =
      parameters.carCO2GramsPerPassengerKilometer.value * parameters.carOccupancy.value
    #expect(abs(perCar - 172) < 1)
  }
}
