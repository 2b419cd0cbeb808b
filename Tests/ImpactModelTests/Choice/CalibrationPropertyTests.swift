import ImpactModel
import TestSupport
import Testing

@Suite struct CalibrationPropertyTests {
  @Test(arguments: 1...4)
  func possibleTargetsAreMetAndOthersAreRefused(targetCount: Int) throws {
    var random = SeededGenerator(seed: UInt64(targetCount))
    var met = 0
    for _ in 0..<150 {
      let world = World(using: &random)
      let targets = try CalibrationTargets(
        randomShares(of: targetCount, using: &random))
      let fit = world.calibration.fit(targets)
      #expect(fit.outcome != .notConverged)
      guard fit.outcome == .met else { continue }
      met += 1
      for mode in MainMode.allCases {
        guard let target = targets.shares[mode] else { continue }
        #expect(abs(world.shares(fit.constantsEuro)[mode] - target) < 0.001)
      }
    }
    // Else the property would hold of nothing.
    #expect(met > 30)
  }

  @Test func sharesThatSomeConstantsHaveAreFoundToBePossible() throws {
    var random = SeededGenerator(seed: 42)
    var checked = 0
    for _ in 0..<200 {
      let world = World(using: &random)
      var constants = ByMainMode(repeating: 0.0)
      for mode in [MainMode.train, .urban, .car] {
        constants[mode] = .random(in: -20...20, using: &random)
      }
      let shares = world.shares(constants)
      guard MainMode.allCases.allSatisfy({ shares[$0] > 1e-6 }) else { continue }
      let fit = world.calibration.fit(try CalibrationTargets(shares.map { $0 }))
      if case .impossible(let unreachable) = fit.outcome {
        // At a limit, where only rounding is between the two.
        #expect(unreachable.allSatisfy { min($0.most - $0.target, $0.target - $0.least) < 1e-8 })
        continue
      }
      checked += 1
      #expect(fit.outcome == .met)
    }
    #expect(checked > 50)
  }

  private func randomShares(
    of count: Int, using random: inout SeededGenerator
  ) -> ByMainMode<Double?> {
    let given = MainMode.allCases.shuffled(using: &random).prefix(count)
    var sizes = (0..<4).map { _ in Double.random(in: 0.05...1, using: &random) }
    let sum = sizes.reduce(0, +)
    sizes = sizes.map { $0 / sum }
    var shares = ByMainMode<Double?>(repeating: nil)
    for (mode, size) in zip(given, sizes) { shares[mode] = size }
    return shares
  }
}

/// Homes with random ways to one office and people with and without cars.
private struct World {
  let table: SkimTable
  let groups: [CommuterGroup]
  let logit: NestedLogit

  init(using random: inout SeededGenerator) {
    let kinds: [MainMode] = MainMode.allCases + MainMode.allCases.shuffled(using: &random).prefix(2)
    let homes = Int.random(in: 1...30, using: &random)
    var table = SkimTable(
      homeCount: homes, workplaceCount: 1, modes: kinds.map(\.rawValue))
    let reach = Int.random(in: 2...8, using: &random)
    let dearest: Double = [10, 60, 400].randomElement(using: &random) ?? 10
    for home in 0..<homes {
      for (mode, kind) in kinds.enumerated() where Int.random(in: 0..<reach, using: &random) > 0 {
        table[home, 0, mode] = ChoiceSamples.way(
          kind, euro: Double.random(in: 1...dearest, using: &random))
      }
    }
    self.table = table
    groups = (0..<homes).map {
      CommuterGroup(
        home: $0, workplace: 0, people: .random(in: 0.1...50, using: &random),
        hasCar: Int.random(in: 0..<4, using: &random) > 0)
    }
    logit = ChoiceSamples.randomLogit(using: &random)
  }

  var calibration: Calibration {
    Calibration(groups, in: table, prices: ChoiceSamples.prices, logit: logit)
  }

  /// By the mixes of everybody, not by what the calibration adds up.
  func shares(_ constants: ByMainMode<Double>) -> ByMainMode<Double> {
    var logit = logit
    logit.constantsEuro = constants
    var shares = ByMainMode(repeating: 0.0)
    var people = 0.0
    for group in groups {
      let ways = table.ways(home: group.home, workplace: group.workplace)
      guard
        let mix = ModeChoice.logit(logit).mix(
          of: ways, prices: ChoiceSamples.prices, hasCar: group.hasCar)
      else { continue }
      people += group.people
      for case (let way?, let share) in zip(ways, mix.shares) {
        shares[way.kind] += share * group.people
      }
    }
    return shares.map { people > 0 ? $0 / people : 0 }
  }
}
