import ImpactModel
import TestSupport

/// Small made-up inputs of a model, and candidates for spaces.
struct RandomInputs {
  private var generator: SeededGenerator
  /// Whether weeks have days at home, caps, and people without a seat who stay at home.
  var hasDaysAtHome = true
  /// Whether everyone looks at time alone and is in the office without a seat.
  var isPlain = false
  /// By group, whether it may use the space.
  private(set) var mayUse: [Bool] = []
  private let homeCount: Int
  private let officeCount: Int

  private static let modes = ["transit", "car", "bike"]

  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    homeCount = Int.random(in: 1...4, using: &generator)
    officeCount = Int.random(in: 1...2, using: &generator)
  }

  private mutating func chance(_ share: Double) -> Bool {
    Double.random(in: 0..<1, using: &generator) < share
  }

  private mutating func number(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &generator)
  }

  private mutating func skim(_ mode: Int) -> Skim? {
    if chance(0.2) { return nil }
    let minutes = number(5...90).rounded()
    var skim = Skim(seconds: minutes * 60)
    switch mode {
    case 0:
      if !isPlain {
        skim.waitSeconds = number(0...300)
        skim.walkSeconds = number(0...300)
        skim.changes = number(0...2)
      }
      if chance(0.6) { skim.load.trainKilometers = minutes } else { skim.load.busKilometers = 5 }
    case 1:
      skim.load.mainRoadKilometers = minutes * 0.7
      skim.load.ringKilometers = chance(0.3) ? 2 : 0
      skim.parkingEuroPerDay = chance(0.5) ? 6 : 0
    default: break
    }
    return skim
  }

  private mutating func table(workplaces: Int) -> SkimTable {
    var table = SkimTable(
      homeCount: homeCount, workplaceCount: workplaces, modes: Self.modes)
    for home in 0..<homeCount {
      for workplace in 0..<workplaces {
        for mode in Self.modes.indices { table[home, workplace, mode] = skim(mode) }
      }
    }
    return table
  }

  /// Without spaces.
  mutating func inputs() -> ModelInputs {
    let travellers: [ModelInputs.Traveller] = [
      .init(), .init(hasCar: false), .init(mode: 0), .init(mode: 1),
    ]
    let plans = (0..<2).map { _ in plan() }
    let groups = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
      PeopleGroup(
        home: Int.random(in: 0..<homeCount, using: &generator),
        office: Int.random(in: 0..<officeCount, using: &generator), people: number(1...50),
        traveller: Int.random(in: 0..<travellers.count, using: &generator),
        plan: Int.random(in: 0..<plans.count, using: &generator))
    }
    mayUse = groups.map { _ in chance(0.8) }
    var inputs = ModelInputs(
      offices: (0..<officeCount).map { ModelOffice(id: "\($0)", quarter: "Quarter \($0)") },
      spaces: [], groups: groups, plans: plans, travellers: travellers,
      skims: table(workplaces: officeCount))
    inputs.participation = chance(0.5) ? 1 : number(0...1)
    inputs.weeksPerYear = number(30...48).rounded()
    inputs.countsSeats = chance(0.8)
    guard !isPlain else { return inputs }
    if chance(0.5) {
      inputs.choice = .logit
      inputs.constantsEuro[.train] = number(-2...2)
    }
    inputs.choosesSitesByLogit = chance(0.5)
    inputs.rules.employeeShareOfSitePrice = chance(0.5) ? number(0...1) : 0
    guard hasDaysAtHome else { return inputs }
    inputs.rules.officeCap = chance(0.5) ? number(0.3...0.9) : nil
    inputs.rules.movesDaysOverCap = chance(0.5)
    inputs.rules.withoutSeat = chance(0.5) ? .home : .office
    return inputs
  }

  private mutating func plan() -> WeekPlan {
    let space = chance(0.15) ? 0 : number(0.5...2)
    let home = hasDaysAtHome && !isPlain && chance(0.7) ? number(0...2) : 0
    return WeekPlan(
      policy: DayCounts(office: 5 - space - home, space: space, home: home),
      taskDays: chance(0.3) ? 1 : 0)
  }

  /// Spaces with the ways to each.
  mutating func candidates() -> (spaces: [ModelInputs.Space], skims: SkimTable) {
    let spaces = (0..<3).map { index in
      ModelInputs.Space(
        id: "\(index)", quarter: "Town", seatsPerDay: chance(0.4) ? number(0...20).rounded() : nil,
        floorAreaSquareMeters: chance(0.4) ? number(20...400) : nil,
        isOpen: (0..<7).map { $0 < 5 && !chance(0.15) },
        priceEuroPerDay: chance(0.5) ? number(0...20) : 0)
    }
    return (spaces, table(workplaces: spaces.count))
  }

  /// The whole model with one of the spaces.
  func whole(
    _ inputs: ModelInputs, _ space: ModelInputs.Space, _ skims: SkimTable, _ position: Int
  ) -> ModelInputs {
    var whole = inputs
    whole.spaces = [space]
    whole.skims = SkimTable(
      homeCount: homeCount, workplaceCount: officeCount + 1, modes: Self.modes)
    for home in 0..<homeCount {
      for mode in Self.modes.indices {
        for office in 0..<officeCount {
          whole.skims[home, office, mode] = inputs.skims[home, office, mode]
        }
        whole.skims[home, officeCount, mode] = skims[home, position, mode]
      }
    }
    for group in whole.groups.indices { whole.groups[group].sites = mayUse[group] ? nil : [] }
    return whole
  }
}
