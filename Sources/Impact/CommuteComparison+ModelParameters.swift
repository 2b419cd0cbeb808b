import ImpactModel
import Scenarios

extension RunResult.Parameter {
  init(_ name: String, _ number: SourcedNumber, _ unit: String) {
    self.init(
      name: name, value: Self.plain(number.value), unit: unit, source: number.source,
      low: number.range.map { Self.plain($0.lowerBound) },
      high: number.range.map { Self.plain($0.upperBound) })
  }

  /// A word of the scenario instead of a number.
  fileprivate init(_ name: String, _ word: String, _ source: String = SourcedNumber.assumption) {
    self.init(name: name, value: word, unit: "", source: source)
  }

  /// Whole numbers without a decimal point.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && value.magnitude < 1e9 ? String(Int(value)) : String(value)
  }
}

extension CommuteComparison {
  /// What the model of the week takes as given, named as the scenario file writes it.
  func modelParameters() -> [RunResult.Parameter] {
    weekParameters() + choiceParameters() + impactParameters()
      + scenario.parameters.list.map(parameter)
      + [
        RunResult.Parameter(
          "uncertainty.draws", SourcedNumber(Double(scenario.uncertainty.count)), "draws"),
        RunResult.Parameter("uncertainty.seed", "\(scenario.uncertainty.seed)"),
      ]
  }

  private func impactParameters() -> [RunResult.Parameter] {
    let junction = scenario.impact.junctionStops.map {
      RunResult.Parameter("impact.junction_stops", $0.joined(separator: ", "))
    }
    return [RunResult.Parameter("impact.ring_ref", scenario.impact.ringReference)]
      + (junction.map { [$0] } ?? [])
  }

  private func parameter(_ parameter: Parameter) -> RunResult.Parameter {
    var shown = parameter
    if parameter.name == ModelParameters().delayShare.name {
      // Timetables are taken as they are; draws and the tornado delay them by 0 to the upper end.
      shown.value = 0
      shown.low = 0
    }
    let range = shown.low < shown.high ? shown.low...shown.high : nil
    return RunResult.Parameter(
      "parameters.\(shown.name)",
      SourcedNumber(shown.value, source: shown.source, range: range), shown.unit)
  }

  private func weekParameters() -> [RunResult.Parameter] {
    let week = scenario.week
    let isOne = week.groups.count == 1
    var parameters = week.groups.flatMap { group in
      groupParameters(group, path: isOne ? "week" : "week.groups.\(group.name)", isOne: isOne)
    }
    parameters += Self.weights(
      week.officeWeekdays, "week.office_weekdays", week.officeWeekdaysSource)
    parameters += Self.weights(week.spaceWeekdays, "week.space_weekdays")
    if week.clientDays.value > 0 {
      parameters.append(RunResult.Parameter("week.client_days", week.clientDays, "days a week"))
    }
    if let cap = week.officeCap {
      parameters += [
        RunResult.Parameter("week.office_cap", cap, "share of an office's people at once"),
        RunResult.Parameter("week.over_cap", week.movesDaysOverCap ? "other weekday" : "home"),
      ]
    }
    return parameters + [RunResult.Parameter("week.without_seat", week.withoutSeat.rawValue)]
  }

  private func groupParameters(
    _ group: Scenario.WeekGroup, path: String, isOne: Bool
  ) -> [RunResult.Parameter] {
    let days: [(String, SourcedNumber)] = [
      ("base.office", group.baseOffice), ("base.home", group.baseHome),
      ("policy.office", group.office), ("policy.space", group.space), ("policy.home", group.home),
      ("task_days", group.taskDays),
    ]
    var parameters = days.map { RunResult.Parameter("\(path).\($0)", $1, "days a week") }
    if !isOne {
      parameters.insert(
        RunResult.Parameter("\(path).share", group.share, "share of the people"), at: 0)
    }
    if group.taskDays.value > 0 {
      parameters += Self.weights(group.taskWeekdays, "\(path).task_weekdays")
    }
    return parameters
  }

  private func choiceParameters() -> [RunResult.Parameter] {
    let choice = scenario.choice
    let names: [(MainMode, String)] = [
      (.train, "train"), (.urban, "urban"), (.car, "car"), (.active, "active"),
    ]
    return [
      RunResult.Parameter("choice.modes", choice.modes.rawValue),
      RunResult.Parameter("choice.sites", choice.sites.rawValue),
      RunResult.Parameter("choice.car_share", choice.carShare, "share of the people"),
      RunResult.Parameter(
        "choice.employee_share_of_site_price", choice.employeeShareOfSitePrice, "share"),
    ]
      + names.compactMap { mode, name in
        choice.targets[mode].map {
          RunResult.Parameter("choice.targets.\(name)", $0, "share of the commutes")
        }
      }
  }

  /// Of the weekdays that have one.
  private static func weights(
    _ weights: Weekdays, _ path: String, _ source: String = SourcedNumber.assumption
  ) -> [RunResult.Parameter] {
    zip(weekdayNames, weights).filter { $0.1 > 0 }.map {
      RunResult.Parameter("\(path).\($0)", SourcedNumber($1, source: source), "weight")
    }
  }
}
