import Impact
import ImpactModel

/// What charts show as tables, for those who cannot see them or want the numbers.
extension ReportModel {
  var histogramNumbers: TableModel {
    TableModel(
      caption: text["histogram_name"],
      columns: [(text["chart_from_to"], .number), (text["people"], .number)],
      rows: result.savings.sorted { $0.fromMinutes < $1.fromMinutes }.map { bin in
        [
          numbers.text(Double(bin.fromMinutes)) + " … " + numbers.text(Double(bin.toMinutes)),
          numbers.people(bin.people),
        ]
      }, isCaptionHidden: true)
  }

  func rangeNumbers(_ municipalities: [RunResult.MunicipalityResult]) -> TableModel {
    let parts = [text["percentile_10"], text["percentile_50"], text["percentile_90"]]
    func columns(_ key: String) -> [(title: String, style: TableModel.Style)] {
      parts.map { ("\(text[key]), \($0)", .number) }
    }
    func cells(_ range: RunResult.Percentile) -> [String] {
      [range.p10, range.p50, range.p90].map(numbers.minutes(fromSeconds:))
    }
    return TableModel(
      caption: text["ranges_name"],
      columns: [(text["municipality"], .name)] + columns("ranges_central")
        + columns("ranges_best"),
      rows: municipalities.map { place in
        [place.name] + cells(place.central.morning) + cells(place.best.morning)
      }, isCaptionHidden: true)
  }

  func tradeOffNumbers(_ impact: RunResult.Impact) -> TableModel {
    func row(_ key: String, _ effects: Effects) -> [String] {
      [
        text[key], numbers.amount(effects.hoursPerYear),
        numbers.amount(effects.officeDaysLeavingPerYear),
      ]
    }
    var rows = [row("does_trade_run", impact.effects)]
    if let free = impact.effectsWithoutSeatLimits { rows.append(row("does_trade_no_limits", free)) }
    if let hours = interval("hours_saved"), let days = interval("office_days_leaving") {
      rows.append(
        [text["does_trade_interval"]]
          + [hours, days].map { "\(numbers.amount($0.low)) – \(numbers.amount($0.high))" })
    }
    return TableModel(
      caption: text["does_trade_name"],
      columns: [
        (text["chart_point"], .name), (text["does_trade_hours"], .number),
        (text["does_trade_days"], .number),
      ], rows: rows, isCaptionHidden: true)
  }

  func weekNumbers(_ week: [RunResult.WeekdayUse]) -> TableModel {
    let places = [text["does_in_office"], text["does_in_space"], text["does_at_home"]]
    let columns: [(title: String, style: TableModel.Style)] =
      [places[0], places[2]].map { ("\(text["does_before"]): \($0)", .number) }
      + places.map { ("\(text["does_after"]): \($0)", .number) }
    return TableModel(
      caption: text["does_week_name"], columns: [(text["weekday_column"], .name)] + columns,
      rows: week.map { day in
        [weekday(day.weekday)]
          + [day.baseOfficeDays, day.baseHomeDays, day.officeDays, day.siteDays, day.homeDays]
          .map(numbers.people)
      }, isCaptionHidden: true)
  }

  var tornadoNumbers: TableModel {
    TableModel(
      caption: text["does_tornado_name"],
      columns: [
        (text["parameter"], .name), (text["value_range"], .text),
        (text["does_tornado_low"], .number), (text["does_tornado_high"], .number),
      ],
      rows: tornadoBars.map { bar in
        [bar.label, bar.range, numbers.amount(bar.atLow), numbers.amount(bar.atHigh)]
      }, isCaptionHidden: true)
  }
}
