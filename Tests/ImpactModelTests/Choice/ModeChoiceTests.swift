import ImpactModel
import Testing

@Suite struct ModeChoiceTests {
  private let prices = Prices(
    valueOfTimeEuroPerHour: 12, carEuroPerKilometer: 0.2, trainEuroPerKilometer: 0.1)

  /// Train 50 min and 30 km, car 40 min and 25 km with parking, bicycle 90 min.
  private var ways: [Skim?] {
    var train = Skim(seconds: 3000)
    train.load.trainKilometers = 30
    var car = Skim(seconds: 2400)
    car.load.motorwayKilometers = 25
    car.parkingEuroPerDay = 10
    var bicycle = Skim(seconds: 5400)
    bicycle.load.activeKilometers = 22
    return [train, car, bicycle]
  }

  @Test func theFastestModeTakesAll() throws {
    let mix = try #require(ModeChoice.fastest.mix(of: ways[...], prices: prices, hasCar: true))
    #expect(mix.shares == [0, 1, 0])
    #expect(mix.seconds == 2400)
    // 25 km × 0.2 + 10 / 2 = 10; and 40 min at 12 €/h = 8.
    #expect(mix.moneyEuro == 10)
    #expect(mix.costEuro == 18)
    #expect(mix.inclusiveCostEuro == 18)
    #expect(mix.load.motorwayKilometers == 25)
  }

  @Test func withoutACarNobodyDrives() throws {
    let mix = try #require(ModeChoice.fastest.mix(of: ways[...], prices: prices, hasCar: false))
    #expect(mix.shares == [1, 0, 0])
    // A drive to a station is a drive.
    var parkAndRide = ways[0]
    parkAndRide?.load.minorRoadKilometers = 3
    #expect(
      ModeChoice.fastest.mix(of: [parkAndRide, ways[1]], prices: prices, hasCar: false) == nil)
    let logit = ModeChoice.logit(NestedLogit(scalePerEuro: 0.1, nestParameter: 0.5))
    let chosen = try #require(
      logit.mix(of: ([parkAndRide] + ways)[...], prices: prices, hasCar: false))
    #expect(chosen.shares[0] == 0)
    #expect(chosen.shares[2] == 0)
    #expect(chosen.load.carKilometers == 0)
  }

  @Test func aGivenModeIsTakenWhateverItCosts() throws {
    let mix = try #require(
      ModeChoice.given(mode: 2).mix(of: ways[...], prices: prices, hasCar: true))
    #expect(mix.shares == [0, 0, 1])
    #expect(mix.seconds == 5400)
  }

  @Test func whereAGivenModeDoesNotReachNoOtherIsTaken() {
    var ways = ways
    ways[2] = nil
    #expect(ModeChoice.given(mode: 2).mix(of: ways[...], prices: prices, hasCar: true) == nil)
    #expect(ModeChoice.given(mode: 1).mix(of: ways[...], prices: prices, hasCar: false) == nil)
  }

  @Test func nowhereToGoIsNoMix() {
    let logit = ModeChoice.logit(NestedLogit(scalePerEuro: 0.1, nestParameter: 0.5))
    for choice in [ModeChoice.given(mode: 1), .fastest, logit] {
      #expect(choice.mix(of: [nil, nil], prices: prices, hasCar: true) == nil)
    }
  }

  @Test func aSliceFromTheMiddleOfATableIsReadFromItsStart() throws {
    var table = SkimTable(homeCount: 2, workplaceCount: 2, modes: ["train", "car", "bike"])
    for (mode, way) in ways.enumerated() { table[1, 1, mode] = way }
    for choice in [ModeChoice.given(mode: 1), .fastest] {
      let mix = try #require(
        choice.mix(of: table.ways(home: 1, workplace: 1), prices: prices, hasCar: true))
      #expect(mix.shares == [0, 1, 0])
    }
  }
}
