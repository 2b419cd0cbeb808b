import Impact
import ImpactModel

extension ReportModel {
  /// What the week does; nothing for results of a version that had no model of it.
  var impact: Values {
    guard let impact = result.impact else { return ["impact": [Values]()] }
    var values: Values = [
      "headline": impactHeadline(impact.effects), "tiles": impactTiles(impact),
      "sentences": impactSentences(impact).map { ["text": $0] },
    ]
    for part in [impactCharts(impact), impactPlaces(impact), impactPeople(impact)] {
      values.merge(part) { $1 }
    }
    return ["impact": [values]]
  }

  func interval(_ name: String) -> Uncertainty.Interval? {
    result.uncertainty?.intervals.first { $0.name == name }
  }

  /// ` (low – high)` of nine of ten draws; nothing without draws.
  private func range(_ name: String) -> String {
    interval(name).map { " (\(numbers.amount($0.low)) – \(numbers.amount($0.high)))" } ?? ""
  }

  private func impactHeadline(_ effects: Effects) -> String {
    text(
      "does_headline",
      [
        "hours": numbers.amount(effects.hoursPerYear) + range("hours_saved"),
        "net": numbers.amount(effects.netHoursPerYear) + range("net_hours_saved"),
      ])
  }

  private typealias Tile = (value: Double, label: String)

  private func impactTiles(_ impact: RunResult.Impact) -> [Values] {
    let effects = impact.effects
    let tiles = (impact.hasDrivers ? carTiles(effects) : []) + tiles(effects)
    return tiles.map { ["value": numbers.amount($0.value), "label": $0.label] }
  }

  private func carTiles(_ effects: Effects) -> [Tile] {
    [
      (
        effects.carKilometersPerYear,
        text(
          "does_car",
          [
            "range": range("car_km_saved"),
            "net": numbers.amount(effects.netCarKilometersPerYear) + range("net_car_km_saved"),
          ])
      ),
      (
        effects.ringKilometersPerMorning,
        text("does_ring", ["range": range("ring_km_saved"), "ring": ringName])
      ),
      (
        effects.borderCrossingsPerMorning,
        text("does_border", ["range": range("border_crossings_saved")])
      ),
    ]
  }

  private func tiles(_ effects: Effects) -> [Tile] {
    [
      (effects.tonnesPerYear, text("does_co2", ["range": range("co2_saved")])),
      (
        effects.junctionPassengersPerMorning,
        text("does_junction", ["range": range("junction_passengers_saved")])
      ),
      (effects.ruleOfHalfEuroPerYear, benefit(effects)),
      (
        effects.officeDaysLeavingPerYear,
        text("does_days", ["range": range("office_days_leaving")])
      ),
      (
        effects.spendingLeavingEuroPerYear,
        text(
          "does_spending",
          [
            "range": range("spending_leaving"),
            "arriving": numbers.amount(effects.spendingArrivingEuroPerYear),
          ])
      ),
    ]
  }

  private func benefit(_ effects: Effects) -> String {
    let range = range("benefit_rule_of_half")
    guard let logsum = effects.logsumEuroPerYear else {
      return text("does_benefit", ["range": range])
    }
    return text("does_benefit_logsum", ["range": range, "logsum": numbers.amount(logsum)])
  }

  private var ringName: String {
    result.scenario.parameters.first { $0.name == "impact.ring_ref" }?.value ?? text["does_no_ring"]
  }

  /// What must be known to read the figures above.
  private func impactSentences(_ impact: RunResult.Impact) -> [String] {
    let effects = impact.effects
    var sentences = [text["does_signs"]]
    if !impact.hasDrivers { sentences.append(text["does_no_car"]) }
    if let uncertainty = result.uncertainty {
      sentences.append(
        text("does_draws", ["draws": numbers.text(Double(uncertainty.draws))]))
    }
    if let rebound = reboundSentence { sentences.append(rebound) }
    if effects.peopleNotCounted > 0 {
      sentences.append(
        text("does_not_counted", ["people": numbers.people(effects.peopleNotCounted)]))
    }
    if effects.unseatedDaysPerYear > 0 {
      let wished = effects.siteDaysPerYear + effects.unseatedDaysPerYear
      sentences.append(
        text(
          "does_unseated",
          [
            "share": numbers.percent(effects.siteDaysPerYear, of: wished),
            "days": numbers.amount(effects.unseatedDaysPerYear),
          ]))
    }
    if let clients = effects.clientDays {
      sentences.append(
        text(
          "does_clients",
          [
            "minutes": numbers.text(clients.minutesSavedPerVisit, decimals: 1),
            "share": numbers.percent(clients.shareShorter),
            "hours": numbers.amount(clients.hoursPerYear),
          ]))
    }
    return sentences
  }

  private var reboundSentence: String? {
    guard let kilometers = result.parameter("parameters.rebound_share_of_km"),
      let time = result.parameter("parameters.rebound_share_of_time"),
      let source = result.scenario.parameters
        .first(where: { $0.name == "parameters.rebound_share_of_km" })?.source
    else { return nil }
    return text(
      "does_rebound",
      [
        "km": numbers.percent(kilometers), "time": numbers.percent(time),
        "source": source == "assumption" ? text["assumption"] : source,
      ])
  }
}
