import Findings
import ImpactModel
import Parallelism
import Scenarios

/// What the model of the week says of a comparison.
public struct ImpactRun: Sendable {
  var impact: RunResult.Impact
  var uncertainty: Uncertainty?
  var notes: [Finding]
}

extension CommuteComparison {
  static let weekdayNames = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// Routes what the ways of all modes consist of and runs the model of the week over them.
  ///
  /// - Parameters:
  ///   - threads: the result is the same for any number.
  ///   - done: called with what is being done, how much of it is ready, and of how many.
  public func impact(
    threads: Int, done: @Sendable @escaping (String, Int, Int) -> Void = { _, _, _ in }
  ) async -> ImpactRun {
    let skims = await skims(of: scenario.takenModes, threads: threads) {
      done("workplaces' ways by \($0.rawValue)", $1, $2)
    }
    var inputs = modelInputs(skims)
    inputs.clientVisits = await clientVisits(threads: threads)
    let (calibration, problems) = calibrate(&inputs)
    let (impact, notes) = impact(inputs, calibration)
    let uncertainty = await uncertainty(inputs, threads: threads) { done("draws", $0, $1) }
    return ImpactRun(impact: impact, uncertainty: uncertainty, notes: problems + notes)
  }

  private func uncertainty(
    _ inputs: ModelInputs, threads: Int, done: @Sendable @escaping (Int, Int) -> Void
  ) async -> Uncertainty? {
    let rules = scenario.uncertainty
    guard rules.count > 0 else { return nil }
    let outcomes = await concurrentMap(
      count: rules.count, threads: threads, makeWorker: {}, done: { done($0, rules.count) }
    ) { _, index in inputs.drawn(index, rules).outcome() }
    let ends = inputs.tornadoEnds(rules)
    let effects = await concurrentMap(
      count: ends.count, threads: threads, makeWorker: {}, done: { _ in }
    ) { _, index in ends[index].inputs.outcome().effects }
    return Uncertainty(
      inputs, rules, central: inputs.outcome(), outcomes: outcomes,
      ends: Array(zip(ends, effects)))
  }

  private func impact(
    _ inputs: ModelInputs, _ calibration: RunResult.CalibrationResult?
  ) -> (RunResult.Impact, [Finding]) {
    let model = inputs.model
    let evaluation = inputs.evaluate()
    var unlimited: Effects?
    if model.sites.contains(where: { $0.seats.contains { ($0 ?? 0) > 0 } }) {
      var roomy = inputs
      roomy.countsSeats = false
      unlimited = roomy.evaluate().effects
    }
    let impact = RunResult.Impact(
      effects: evaluation.effects, effectsWithoutSeatLimits: unlimited, calibration: calibration,
      modes: modeDays(evaluation), mainModes: mainModes(inputs, model),
      weekdays: weekdays(evaluation),
      quarters: QuarterDays.of(model, evaluation).sorted {
        ($1.leaving, $0.quarter) < ($0.leaving, $1.quarter)
      },
      sites: siteUses(model, evaluation), distribution: distribution(evaluation.persons),
      incomes: incomes(model, evaluation.persons))
    return (impact, modelNotes(impact, inputs))
  }

  /// Calibrates the choice of modes and tells how near the base is to the survey.
  func calibrated(_ inputs: inout ModelInputs) -> [Finding] { calibrate(&inputs).1 }

  private func calibrate(
    _ inputs: inout ModelInputs
  ) -> (RunResult.CalibrationResult?, [Finding]) {
    guard !scenario.choice.targets.isEmpty else { return (nil, []) }
    var shares = ByMainMode<Double?>(repeating: nil)
    for (mode, share) in scenario.choice.targets { shares[mode] = share.value }
    let fit: CalibrationFit
    do {
      fit = inputs.calibrate(try CalibrationTargets(shares))
    } catch {
      return (nil, [note("calibration_failed", .warning, "choice.targets: \(error)")])
    }
    let problem: String? =
      switch fit.outcome {
      case .met: nil
      case .notConverged: "the constants did not settle in \(fit.iterations) steps"
      case .impossible(let targets): targets.map(\.description).joined(separator: "; ")
      }
    let result = RunResult.CalibrationResult(
      isMet: problem == nil, problem: problem,
      modes: MainMode.allCases.map { mode in
        .init(
          name: mode.rawValue, share: fit.shares[mode], target: shares[mode],
          residualPoints: fit.residualPoints[mode], constantEuro: fit.constantsEuro[mode])
      })
    if let problem {
      return (
        result,
        [
          note(
            "calibration_not_met", .warning,
            "the base does not have the shares asked for: \(problem)")
        ]
      )
    }
    let residuals = result.modes.compactMap { mode in
      mode.target.map { target in
        "\(mode.name) \(Self.percent(mode.share)) of \(Self.percent(target)) %"
      }
    }
    return (
      result,
      [
        note(
          "calibration", .info,
          "shares of the base and of the survey: \(residuals.joined(separator: ", "))")
      ]
    )
  }

  private static func percent(_ share: Double) -> Double { (share * 10_000).rounded() / 100 }

  private func modeDays(_ evaluation: Evaluation) -> [RunResult.ModeDays] {
    scenario.modes.enumerated().map { index, mode in
      func days(_ account: WeekAccount) -> Double {
        index < account.commutesByMode.count ? account.commutesByMode[index] : 0
      }
      return .init(
        mode: mode.rawValue, baseDaysPerWeek: days(evaluation.base),
        daysPerWeek: days(evaluation.policy))
    }
  }

  /// Of the commutes to the office, as a survey would name them.
  private func mainModes(
    _ inputs: ModelInputs, _ model: WeekModel
  ) -> [RunResult.MainModeShare] {
    var people = ByMainMode(repeating: 0.0)
    for group in model.groups {
      guard let mix = model.officeMix(group) else { continue }
      let ways = inputs.skims.ways(home: group.home, workplace: group.office)
      for case (let way?, let share) in zip(ways, mix.shares) where share > 0 {
        people[way.kind] += group.people * share
      }
    }
    let sum = MainMode.allCases.reduce(0) { $0 + people[$1] }
    guard sum > 0 else { return [] }
    return MainMode.allCases.map { .init(name: $0.rawValue, baseShare: people[$0] / sum) }
  }

  private func weekdays(_ evaluation: Evaluation) -> [RunResult.WeekdayUse] {
    Self.weekdayNames.indices.map { day in
      func sum(_ places: [Weekdays]) -> Double { places.reduce(0) { $0 + $1[day] } }
      return .init(
        weekday: Self.weekdayNames[day], baseOfficeDays: sum(evaluation.base.officeDays),
        officeDays: sum(evaluation.policy.officeDays), siteDays: sum(evaluation.policy.siteDays),
        baseHomeDays: evaluation.base.homeDays[day], homeDays: evaluation.policy.homeDays[day],
        unseatedDays: evaluation.days.unseated[day])
    }
  }

  private func siteUses(_ model: WeekModel, _ evaluation: Evaluation) -> [RunResult.SiteUse] {
    let values = SeatValue.hoursPerWeek(model, evaluation)
    return model.sites.enumerated().map { index, site in
      let used = evaluation.policy.siteDays[index].sum
      let inWeek = evaluation.policy.siteDays[index].prefix(5).reduce(0, +)
      let isLimited = site.seats.contains { ($0 ?? 0) > 0 }
      let seats = (0..<5).reduce(0.0) { $0 + (site.seats[$1] ?? 0) }
      return .init(
        id: site.id, seatsPerDay: isLimited ? site.seats.compactMap { $0 }.max() : nil,
        daysPerWeek: used, occupancy: isLimited && seats > 0 ? inWeek / seats : nil,
        hoursPerYearOfOneMoreSeat: values[index] * scenario.policy.workingWeeksPerYear.value)
    }
  }

  private func distribution(_ persons: [PersonWeek]) -> RunResult.Distribution {
    let base = WeightedDistribution(persons.map { ($0.baseMinutes, $0.people) })
    let policy = WeightedDistribution(persons.map { ($0.policyMinutes, $0.people) })
    let saved = WeightedDistribution(persons.map { ($0.savedMinutes, $0.people) })
    // Rounding of a sum over weekdays is nobody's gain.
    let least = 1e-6
    return .init(
      baseGini: base.gini, gini: policy.gini, basePalma: base.palma, palma: policy.palma,
      savedMinutesPercentiles: [0.1, 0.25, 0.5, 0.75, 0.9].compactMap { saved.quantile($0) },
      winnersOver0: saved.people(above: least), winnersOver30: saved.people(above: 30),
      winnersOver60: saved.people(above: 60), losersOver0: saved.people(below: -least))
  }

  /// Fifths of the people by the mean income of their municipality; a municipality is in one.
  private func incomes(
    _ model: WeekModel, _ persons: [PersonWeek]
  ) -> [RunResult.IncomeClass] {
    let known = persons.compactMap { person -> (income: Double, person: PersonWeek)? in
      let home = scenario.demand.origins[model.groups[person.group].home]
      return scenario.incomes[home.municipality].map { ($0, person) }
    }
    let incomes = WeightedDistribution(known.map { ($0.income, $0.person.people) })
    let borders = [0.2, 0.4, 0.6, 0.8].compactMap { incomes.quantile($0) }
    guard borders.count == 4 else { return [] }
    return (0..<5).compactMap { fifth in
      let members = known.filter { entry in
        borders.count { $0 < entry.income } == fifth
      }
      let people = members.reduce(0) { $0 + $1.person.people }
      guard people > 0 else { return nil }
      func mean(_ value: (Double, PersonWeek) -> Double) -> Double {
        members.reduce(0) { $0 + $1.person.people * value($1.income, $1.person) } / people
      }
      let saved = mean { $1.savedMinutes }
      return .init(
        fifth: fifth + 1, people: people, meanIncomeEuro: mean { income, _ in income },
        hoursSavedPerYear: saved * people / 60 * scenario.policy.workingWeeksPerYear.value,
        savedMinutesPerWeek: saved, baseMinutesPerWeek: mean { $1.baseMinutes })
    }
  }

  private func note(_ code: String, _ severity: Severity, _ message: String) -> Finding {
    Finding(code, severity, file: scenario.file, message: message)
  }

  private func modelNotes(_ impact: RunResult.Impact, _ inputs: ModelInputs) -> [Finding] {
    var notes: [Finding] = []
    let effects = impact.effects
    if effects.peopleNotCounted > 0 {
      notes.append(
        note(
          "impact_not_counted", .info,
          "\(Int(effects.peopleNotCounted.rounded())) people cannot reach their office by the modes "
            + "that they may take; they are in no figure of the impact"))
    }
    let unknown = scenario.sites.filter {
      $0.seatsPerDay == nil && $0.floorAreaSquareMeters == nil
    }
    if !unknown.isEmpty, unknown.count < scenario.sites.count {
      notes.append(
        note(
          "seats_unknown", .warning,
          "\(unknown.count) of \(scenario.sites.count) sites have neither seats nor a floor area; "
            + "they are taken to be as large as the one in the middle of the others (assumption): \(unknown.map(\.id).joined(separator: ", "))"
        ))
    }
    let assumed = scenario.sites.count {
      $0.seatsPerDay == nil && $0.floorAreaSquareMeters != nil
    }
    if assumed > 0 {
      notes.append(
        note(
          "seats_of_floor_area", .info,
          "the seats of \(assumed) sites are their floor area over parameters.m2_per_seat"))
    }
    if effects.unseatedDaysPerYear > 0 {
      let wished = effects.unseatedDaysPerYear + effects.siteDaysPerYear
      let percent = (effects.siteDaysPerYear / wished * 1000).rounded() / 10
      notes.append(
        note(
          "seats_short", .warning,
          "of the person-days wished for in spaces \(percent) % find a seat; the others go to the "
            + (scenario.week.withoutSeat == .office ? "office" : "home")))
    }
    return notes
  }
}
