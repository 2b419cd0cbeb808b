import Impact
import ImpactModel

extension ReportModel {
  /// What the week does; nothing for results of a version that had no model of it.
  var impact: Values {
    guard let impact = result.impact else { return ["impact": [Values]()] }
    var values: Values = [
      "tiles": impactTiles(impact),
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
  private func range(_ name: String, _ write: ((Double) -> String)? = nil) -> String {
    let write = write ?? numbers.amount
    return interval(name).map { " (\(write($0.low)) – \(write($0.high)))" } ?? ""
  }

  /// What the week does to commuters and to the centre, the first words of the report; nothing
  /// without a model of the week.
  var impactHeadline: [Values] {
    guard let effects = result.impact?.effects else { return [] }
    let headline = text(
      "does_headline",
      [
        "hours": numbers.amount(effects.hoursPerYear) + range("hours_saved"),
        "net": numbers.amount(effects.netHoursPerYear) + range("net_hours_saved"),
        "days": numbers.amount(effects.officeDaysLeavingPerYear) + range("office_days_leaving"),
      ])
    let note = result.uncertainty.map {
      text("does_brackets", ["draws": numbers.text(Double($0.draws))])
    }
    return [["text": headline, "brackets": note.map { [["text": $0]] } ?? []]]
  }

  private typealias Tile = (value: String, label: String)

  private func impactTiles(_ impact: RunResult.Impact) -> [Values] {
    let effects = impact.effects
    let tiles = (impact.hasDrivers ? carTiles(effects) : []) + tiles(effects)
    return tiles.map { ["value": $0.value, "label": $0.label] }
  }

  private func carTiles(_ effects: Effects) -> [Tile] {
    [
      (
        numbers.amount(effects.carKilometersPerYear),
        text(
          "does_car",
          [
            "range": range("car_km_saved"),
            "net": numbers.amount(effects.netCarKilometersPerYear) + range("net_car_km_saved"),
          ])
      ),
      (
        numbers.amount(effects.ringKilometersPerMorning),
        text("does_ring", ["range": range("ring_km_saved"), "ring": ringName])
      ),
      (
        numbers.amount(effects.borderCrossingsPerMorning),
        text("does_border", ["range": range("border_crossings_saved")])
      ),
    ]
  }

  private func tiles(_ effects: Effects) -> [Tile] {
    [
      (
        numbers.amount(effects.hoursPerYear), text("does_hours", ["range": range("hours_saved")])
      ),
      (numbers.amount(effects.tonnesPerYear), text("does_co2", ["range": range("co2_saved")])),
      (
        numbers.amount(effects.junctionPassengersPerMorning),
        text("does_junction", ["range": range("junction_passengers_saved")])
      ),
      (numbers.euro(effects.ruleOfHalfEuroPerYear), benefit(effects)),
      (
        numbers.amount(effects.officeDaysLeavingPerYear),
        text("does_days", ["range": range("office_days_leaving")])
      ),
      (
        numbers.euro(effects.spendingLeavingEuroPerYear),
        text(
          "does_spending",
          [
            "range": range("spending_leaving", numbers.euro),
            "arriving": numbers.euro(effects.spendingArrivingEuroPerYear),
          ])
      ),
    ]
  }

  private func benefit(_ effects: Effects) -> String {
    let range = range("benefit_rule_of_half", numbers.euro)
    guard let logsum = effects.logsumEuroPerYear else {
      return text("does_benefit", ["range": range])
    }
    return text("does_benefit_logsum", ["range": range, "logsum": numbers.euro(logsum)])
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
        "source": name(source),
      ])
  }
}
