import ImpactModel
import Testing

@Suite struct PricesTests {
  @Test func aCarCostsItsKilometersAndHalfOfTheDaysParking() {
    var skim = Skim(seconds: 1800)
    skim.load.motorwayKilometers = 20
    skim.load.minorRoadKilometers = 5
    skim.parkingEuroPerDay = 15
    let prices = Prices(
      valueOfTimeEuroPerHour: 12, carEuroPerKilometer: 0.2, employeeShareOfParking: 0.4)
    // 25 km × 0.20 + 15 / 2 × 0.4 = 5 + 3.
    #expect(prices.moneyEuro(skim) == 8)
    // Half an hour at 12 €/h.
    #expect(prices.timeEuro(skim) == 6)
    #expect(skim.kind == .car)
  }

  @Test func waitsWalksAndChangesWeighWhatThePricesSay() {
    var skim = Skim(seconds: 3600)
    skim.waitSeconds = 600
    skim.walkSeconds = 900
    skim.changes = 2
    let prices = Prices(
      valueOfTimeEuroPerHour: 10, waitWeight: 2, walkWeight: 1.5, changePenaltyMinutes: 5)
    // 3600 + 600 + 450 + 2 × 300 = 5250 s; × 10 / 3600 = 14.583 €.
    #expect(abs(prices.timeEuro(skim) - 5250.0 / 360) < 1e-12)
  }

  @Test func aTrainIsTheMainModeOfWhatEverGoesWithIt() {
    var skim = Skim(seconds: 3600)
    skim.load.trainKilometers = 30
    skim.load.metroKilometers = 3
    skim.load.minorRoadKilometers = 4
    #expect(skim.kind == .train)
    // 30 km × 0.10, 80 % of it paid by the employer, and 4 km × 0.2.
    let prices = Prices(
      valueOfTimeEuroPerHour: 0, carEuroPerKilometer: 0.2, trainEuroPerKilometer: 0.1,
      urbanEuroPerTrip: 2.5, employerShareOfTickets: 0.8)
    #expect(abs(prices.moneyEuro(skim) - 1.4) < 1e-12)
  }

  @Test func loadsAddUpFieldByField() {
    for (position, field) in TripLoad.fields.enumerated() {
      var load = TripLoad()
      load[keyPath: field] = Double(position + 1)
      var sum = load
      sum += load * 2
      #expect(sum[keyPath: field] == Double(position + 1) * 3)
      #expect(sum - load == load * 2)
      #expect(TripLoad.fields.filter { sum[keyPath: $0] != 0 }.count == 1)
    }
  }
}
