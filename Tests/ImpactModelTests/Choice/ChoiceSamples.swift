import ImpactModel
import TestSupport

/// Ways whose generalized cost is easy to say: a second costs a euro, and nothing else does.
enum ChoiceSamples {
  static let prices = Prices(valueOfTimeEuroPerHour: 3600)

  static func way(_ kind: MainMode, euro: Double) -> Skim {
    var skim = Skim(seconds: euro)
    switch kind {
    case .train: skim.load.trainKilometers = 20
    case .urban: skim.load.metroKilometers = 5
    case .car: skim.load.mainRoadKilometers = 15
    case .active: skim.load.activeKilometers = 3
    }
    return skim
  }

  /// Some ways by some modes, some of them out of reach, costs of a few euro.
  static func randomWays(using random: inout SeededGenerator) -> [Skim?] {
    (0..<Int.random(in: 1...8, using: &random)).map { _ in
      guard Int.random(in: 0..<5, using: &random) > 0 else { return nil }
      let kind = MainMode.allCases.randomElement(using: &random) ?? .car
      return way(kind, euro: .random(in: 0...20, using: &random))
    }
  }

  static func randomLogit(using random: inout SeededGenerator) -> NestedLogit {
    var constants = ByMainMode(repeating: 0.0)
    for kind in MainMode.allCases { constants[kind] = .random(in: -5...5, using: &random) }
    return NestedLogit(
      scalePerEuro: .random(in: 0.05...1, using: &random),
      nestParameter: .random(in: 0.2...1, using: &random), constantsEuro: constants)
  }
}
