import Foundation
import ImpactModel
import Testing

@Suite struct CalibrationTests {
  @Test func ofTwoModesTheConstantIsTheLogarithmOfTheOdds() throws {
    // Train 7 €, car 5 €, scale 0.5: 0.3 = exp(−0.5 × (7 + α)) / (that + exp(−0.5 × 5)), so
    // α = 5 − 7 − ln(0.3 / 0.7) / 0.5 = −2 + 1.6946 = −0.3054.
    let base = Base(scale: 0.5, [(100, [.train: 7, .car: 5])])
    let fit = base.fit(try targets(train: 0.3))
    #expect(fit.outcome == .met)
    #expect(abs(fit.constantsEuro.train - (-2 - log(0.3 / 0.7) / 0.5)) < 1e-3)
    #expect(fit.constantsEuro.car == 0)
    #expect(abs(fit.shares.train - 0.3) < 1e-5)
    #expect(fit.residualPoints.car == nil)
  }

  @Test func whoHasNoChoiceIsCountedInTheShares() throws {
    // Half of the people can only drive. For a fifth of all by train, two fifths of the others must
    // take it: α = −ln(0.4 / 0.6) / 1 at equal costs.
    let base = Base(scale: 1, [(50, [.train: 4, .car: 4]), (50, [.car: 9])])
    let fit = base.fit(try targets(train: 0.2))
    #expect(abs(fit.constantsEuro.train + log(0.4 / 0.6)) < 1e-3)
  }

  @Test func withinANestTheNestParameterShrinksTheConstants() throws {
    // Equal costs, train 0.3 and metro 0.2 against car 0.5. The nest has half, so N = c; in it the
    // train has 0.6 = exp(−μ/λ × α), so α = −λ/μ × ln 0.6, and the metro's is −λ/μ × ln 0.4.
    let base = Base(scale: 0.2, nest: 0.5, [(10, [.train: 6, .urban: 6, .car: 6])])
    let fit = base.fit(try targets(train: 0.3, urban: 0.2))
    #expect(fit.outcome == .met)
    #expect(abs(fit.constantsEuro.train + 2.5 * log(0.6)) < 1e-3)
    #expect(abs(fit.constantsEuro.urban + 2.5 * log(0.4)) < 1e-3)
  }

  @Test func withATargetForAllWalkingAndCyclingStayAtNothing() throws {
    // Equal costs, λ = 1: α = −ln(target / 0.11) / μ.
    let base = Base(scale: 0.1, [(10, [.train: 6, .urban: 6, .car: 6, .active: 6])])
    let fit = base.fit(try targets(train: 0.34, urban: 0.19, car: 0.36, active: 0.11))
    #expect(fit.constantsEuro.active == 0)
    for (constant, target) in [
      (fit.constantsEuro.train, 0.34), (fit.constantsEuro.urban, 0.19),
      (fit.constantsEuro.car, 0.36),
    ] {
      #expect(abs(constant + log(target / 0.11) / 0.1) < 1e-2)
    }
    #expect(abs(fit.residualPoints.active ?? 1) < 0.01)
  }

  @Test func modesWithoutATargetShareTheRestAsTheyCost() throws {
    // A third by car; of the rest walking is a euro dearer than the train: odds of e to 1.
    let base = Base(scale: 1, [(10, [.train: 6, .car: 3, .active: 7])])
    let fit = base.fit(try targets(car: 1.0 / 3))
    #expect(abs(fit.shares.train - 2.0 / 3 * M_E / (1 + M_E)) < 1e-4)
    #expect(abs(fit.shares.active - 2.0 / 3 / (1 + M_E)) < 1e-4)
  }

  @Test func whoCannotGetToWorkIsLeftOut() throws {
    let base = Base(scale: 1, [(30, [.train: 4, .active: 4]), (12, [:])])
    let fit = base.fit(try targets(train: 0.5))
    #expect(fit.people == 30)
    #expect(fit.peopleOutOfReach == 12)
    #expect(abs(fit.constantsEuro.train) < 1e-3)
  }

  @Test func aTargetThatTooFewCanMeetIsNamed() throws {
    // Only 20 of 100 have a train.
    let base = Base(scale: 1, [(20, [.train: 4, .car: 4]), (80, [.car: 4, .active: 4])])
    let fit = base.fit(try targets(train: 0.34, car: 0.36))
    #expect(fit.iterations == 0)
    #expect(fit.constantsEuro == ByMainMode(repeating: 0))
    let train = try #require(unreachable(fit).first)
    #expect(unreachable(fit).count == 1)
    #expect(train.modes == [.train])
    #expect(
      train.description == "train: 34.0 % asked, possible is more than 0.0 % and less than 20.0 %")
  }

  @Test func aTargetBelowThoseWithoutAChoiceIsNamed() throws {
    // 40 of 100 can only drive; without a car of their own nobody would have to.
    let ways: [MainMode: Double] = [.train: 4, .car: 4]
    let base = Base(scale: 1, [(40, [.car: 4]), (60, ways)])
    let car = try #require(unreachable(base.fit(try targets(car: 0.36))).first)
    #expect(car.modes == [.car])
    #expect(abs(car.least - 0.4) < 1e-12)
    #expect(car.most == 1)
    let without = Base(scale: 1, [(60, ways)], hasCar: false)
    #expect(try unreachable(without.fit(targets(car: 0.36))).first?.most == 0)
  }

  @Test func aShareThatIsFixedMayBeTheRightOne() throws {
    // Nobody has a choice: 30 of 100 drive, whatever the constants.
    let base = Base(scale: 1, [(30, [.car: 4]), (70, [.active: 4])])
    #expect(base.fit(try targets(car: 0.3)).outcome == .met)
    let others = unreachable(base.fit(try targets(car: 0.36)))
    #expect(others.map(\.modes) == [[.car]])
  }

  @Test func ofNobodyNothingCanBeAsked() throws {
    let fit = Base(scale: 1, []).fit(try targets(car: 0.36))
    #expect(unreachable(fit).map(\.modes) == [[.car]])
    #expect(fit.shares == ByMainMode(repeating: 0))
  }

  @Test func tooFewIterationsAreSaid() throws {
    let base = Base(scale: 1, [(100, [.train: 7, .car: 5])])
    let fit = base.fit(try targets(train: 0.3), maximalIterations: 0)
    #expect(fit.outcome == .notConverged)
    // 1 / (1 + e²) = 0.1192 without a constant, 18.08 points short.
    #expect(abs((fit.residualPoints.train ?? 0) + 18.08) < 0.01)
  }

  @Test func targetsThatAreNoSharesAreRefusedAllAtOnce() {
    #expect {
      try targets(train: -0.1, car: 1.2)
    } throws: {
      ($0 as? CalibrationTargets.Invalid)?.problems.count == 2
    }
    #expect(throws: CalibrationTargets.Invalid.self) { try targets(train: 0.6, car: 0.4) }
    #expect(throws: CalibrationTargets.Invalid.self) { try targets() }
    #expect(throws: CalibrationTargets.Invalid.self) {
      try targets(train: 0.34, urban: 0.19, car: 0.36, active: 0.2)
    }
  }

  @Test func targetsForAllMayMissOneByRounding() throws {
    let rounded = try targets(train: 0.342, urban: 0.19, car: 0.36, active: 0.11)
    let shares = MainMode.allCases.compactMap { rounded.shares[$0] }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
  }

  private func unreachable(_ fit: CalibrationFit) -> [UnreachableTarget] {
    guard case .impossible(let targets) = fit.outcome else { return [] }
    return targets
  }

  private func targets(
    train: Double? = nil, urban: Double? = nil, car: Double? = nil, active: Double? = nil
  ) throws -> CalibrationTargets {
    try CalibrationTargets(ByMainMode(train: train, urban: urban, car: car, active: active))
  }
}

/// Groups with the cost of each main mode to one workplace.
private struct Base {
  let calibration: Calibration

  init(
    scale: Double, nest: Double = 1, _ groups: [(people: Double, euro: [MainMode: Double])],
    hasCar: Bool = true
  ) {
    var table = SkimTable(
      homeCount: groups.count, workplaceCount: 1, modes: MainMode.allCases.map(\.rawValue))
    for (home, group) in groups.enumerated() {
      for (mode, kind) in MainMode.allCases.enumerated() {
        table[home, 0, mode] = group.euro[kind].map { ChoiceSamples.way(kind, euro: $0) }
      }
    }
    let commuters = groups.enumerated().map {
      CommuterGroup(home: $0, workplace: 0, people: $1.people, hasCar: hasCar)
    }
    calibration = Calibration(
      commuters, in: table, prices: ChoiceSamples.prices,
      logit: NestedLogit(scalePerEuro: scale, nestParameter: nest))
  }

  func fit(_ targets: CalibrationTargets, maximalIterations: Int = 100) -> CalibrationFit {
    calibration.fit(targets, maximalIterations: maximalIterations)
  }
}
