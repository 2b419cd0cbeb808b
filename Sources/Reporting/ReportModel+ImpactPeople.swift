import Impact
import ImpactModel

extension ReportModel {
  /// Who gains, by person, by income and by mode.
  func impactPeople(_ impact: RunResult.Impact) -> Values {
    var calibration = [String]()
    if let problem = impact.calibration?.problem {
      calibration.append(text("does_not_calibrated", ["problem": name(problem)]))
    } else if impact.calibration != nil {
      calibration.append(text["does_calibrated"])
    }
    return [
      "distribution": [inequality(impact.distribution).values, winners(impact).values],
      "incomes": impact.incomes.isEmpty ? [] : [incomes(impact.incomes).values],
      "mainModes": impact.mainModes.isEmpty ? [] : [mainModes(impact).values],
      "commutes": impact.modes.isEmpty ? [] : [commutes(impact.modes).values],
      "calibration": calibration.map { ["text": $0] },
    ]
  }

  private func inequality(_ distribution: RunResult.Distribution) -> TableModel {
    func row(_ key: String, _ base: Double?, _ policy: Double?) -> [String] {
      [text[key], numbers.text(base, decimals: 3), numbers.text(policy, decimals: 3)]
    }
    return TableModel(
      caption: text["does_inequality"],
      columns: [
        (text["does_measure"], .name), (text["does_before"], .number),
        (text["does_after"], .number),
      ],
      rows: [
        row("does_gini", distribution.baseGini, distribution.gini),
        row("does_palma", distribution.basePalma, distribution.palma),
      ])
  }

  private func winners(_ impact: RunResult.Impact) -> TableModel {
    let distribution = impact.distribution
    func row(_ key: String, _ people: Double) -> [String] {
      [text[key], numbers.people(people), numbers.percent(people, of: impact.effects.people)]
    }
    var rows = [
      row("does_winners_0", distribution.winnersOver0),
      row("does_winners_30", distribution.winnersOver30),
      row("does_winners_60", distribution.winnersOver60),
      row("does_losers", distribution.losersOver0),
    ]
    let percentiles = distribution.savedMinutesPercentiles
    if percentiles.count == 5 {
      let minutes = percentiles.map { numbers.amount($0) }.joined(separator: " / ")
      rows.append([text["does_percentiles"], minutes, ""])
    }
    return TableModel(
      caption: text["does_winners"],
      columns: [
        (text["outcome"], .name), (text["people"], .number), (text["share"], .number),
      ], rows: rows)
  }

  private func incomes(_ incomes: [RunResult.IncomeClass]) -> TableModel {
    TableModel(
      caption: text["does_incomes"],
      columns: [
        (text["does_fifth"], .name), (text["people"], .number), (text["does_income"], .number),
        (text["does_base_week"], .number), (text["does_saved_week"], .number),
        (text["hours_year"], .number),
      ],
      rows: incomes.map { fifth in
        [
          numbers.text(Double(fifth.fifth)), numbers.people(fifth.people),
          numbers.amount(fifth.meanIncomeEuro),
          numbers.text(fifth.baseMinutesPerWeek, decimals: 1),
          numbers.text(fifth.savedMinutesPerWeek, decimals: 1),
          numbers.amount(fifth.hoursSavedPerYear),
        ]
      })
  }

  private func mainModes(_ impact: RunResult.Impact) -> TableModel {
    TableModel(
      caption: text["does_main_modes"],
      columns: [
        (text["mode"], .name), (text["does_base_share"], .number), (text["does_target"], .number),
        (text["does_residual"], .number), (text["does_constant"], .number),
      ],
      rows: impact.mainModes.map { main in
        let fit = impact.calibration?.modes.first { $0.name == main.name }
        return [
          mainMode(main.name), numbers.percent(main.baseShare), numbers.percent(fit?.target),
          numbers.text(fit?.residualPoints, decimals: 1),
          numbers.text(fit?.constantEuro, decimals: 2),
        ]
      })
  }

  private func mainMode(_ name: String) -> String {
    switch MainMode(rawValue: name) {
    case .train: text["main_mode_train"]
    case .urban: text["main_mode_urban"]
    case .car: text["main_mode_car"]
    case .active: text["main_mode_active"]
    case nil: name
    }
  }

  private func commutes(_ modes: [RunResult.ModeDays]) -> TableModel {
    TableModel(
      caption: text["does_commutes"],
      columns: [
        (text["mode"], .name), (text["does_before"], .number), (text["does_after"], .number),
      ],
      rows: modes.map {
        [mode($0.mode), numbers.amount($0.baseDaysPerWeek), numbers.amount($0.daysPerWeek)]
      })
  }
}
