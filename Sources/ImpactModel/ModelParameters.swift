/// Every number of the model that is neither timetable nor street, with source and range.
public struct ModelParameters: Sendable, Equatable {
  public var valueOfTimeEuroPerHour = Parameter.valueOfTime
  public var waitWeight = Parameter.waitWeight
  public var walkWeight = Parameter.walkWeight
  public var changePenaltyMinutes = Parameter.changePenalty
  public var carEuroPerKilometer = Parameter.car
  public var trainEuroPerKilometer = Parameter.train
  public var urbanEuroPerTrip = Parameter.urban
  public var employerShareOfTickets = Parameter.employerShareOfTickets
  public var employeeShareOfParking = Parameter.employeeShareOfParking
  public var logitScalePerEuro = Parameter.logitScale
  public var nestParameter = Parameter.nest
  public var delayShare = Parameter.delay
  public var carOccupancy = Parameter.carOccupancy
  public var carCO2GramsPerPassengerKilometer = Parameter.carCO2
  public var trainCO2GramsPerPassengerKilometer = Parameter.trainCO2
  public var metroCO2GramsPerPassengerKilometer = Parameter.metroCO2
  public var tramCO2GramsPerPassengerKilometer = Parameter.tramCO2
  public var busCO2GramsPerPassengerKilometer = Parameter.busCO2
  public var reboundShareOfKilometers = Parameter.reboundOfKilometers
  public var reboundShareOfTime = Parameter.reboundOfTime
  public var spendingEuroPerOfficeDay = Parameter.spending
  public var spendingShareThatMoves = Parameter.spendingElsewhere
  public var squareMetersPerSeat = Parameter.floorPerSeat

  /// With the defaults.
  public init() {}

  /// The defaults, in the order in which reports print them.
  public static let defaults = ModelParameters().list

  public var list: [Parameter] { Self.fields.map { self[keyPath: $0] } }

  /// Every parameter by itself, for scenario files, draws and tornados.
  public static let fields: [any WritableKeyPath<ModelParameters, Parameter> & Sendable] = [
    \.valueOfTimeEuroPerHour, \.waitWeight, \.walkWeight, \.changePenaltyMinutes,
    \.carEuroPerKilometer, \.trainEuroPerKilometer, \.urbanEuroPerTrip, \.employerShareOfTickets,
    \.employeeShareOfParking, \.logitScalePerEuro, \.nestParameter, \.delayShare, \.carOccupancy,
    \.carCO2GramsPerPassengerKilometer, \.trainCO2GramsPerPassengerKilometer,
    \.metroCO2GramsPerPassengerKilometer, \.tramCO2GramsPerPassengerKilometer,
    \.busCO2GramsPerPassengerKilometer, \.reboundShareOfKilometers, \.reboundShareOfTime,
    \.spendingEuroPerOfficeDay, \.spendingShareThatMoves, \.squareMetersPerSeat,
  ]

  /// The parameter with this key of a scenario; `nil` if there is none.
  public static func field(
    named name: String
  ) -> (any WritableKeyPath<ModelParameters, Parameter> & Sendable)? {
    fields.first { ModelParameters()[keyPath: $0].name == name }
  }

  public var prices: Prices {
    Prices(
      valueOfTimeEuroPerHour: valueOfTimeEuroPerHour.value, waitWeight: waitWeight.value,
      walkWeight: walkWeight.value, changePenaltyMinutes: changePenaltyMinutes.value,
      carEuroPerKilometer: carEuroPerKilometer.value,
      trainEuroPerKilometer: trainEuroPerKilometer.value, urbanEuroPerTrip: urbanEuroPerTrip.value,
      employerShareOfTickets: employerShareOfTickets.value,
      employeeShareOfParking: employeeShareOfParking.value)
  }

  /// Without constants, which `Calibration` finds.
  public var logit: NestedLogit {
    NestedLogit(scalePerEuro: logitScalePerEuro.value, nestParameter: nestParameter.value)
  }
}
