import Impact
import ImpactModel

extension ReportModel {
  static let chartedParameters = 10

  func impactCharts(_ impact: RunResult.Impact) -> Values {
    [
      "tradeOff": Self.drawing(tradeOff(impact), tradeOffNumbers(impact)),
      "week": Self.drawing(week(impact.weekdays), weekNumbers(impact.weekdays)),
      "tornado": Self.drawing(tornado, tornadoNumbers),
    ]
  }

  func weekday(_ name: String) -> String { text.strings["weekday_\(name)"] ?? name }

  private func tradeOff(_ impact: RunResult.Impact) -> SVG? {
    func point(_ effects: Effects) -> TradeOffChart.Point {
      .init(hours: effects.hoursPerYear, days: effects.officeDaysLeavingPerYear)
    }
    var drawn: TradeOffChart.Interval?
    if let hours = interval("hours_saved"), let days = interval("office_days_leaving"),
      hours.low <= hours.high, days.low <= days.high
    {
      drawn = .init(hours: hours.low...hours.high, days: days.low...days.high)
    }
    return TradeOffChart.svg(
      run: point(impact.effects),
      withoutSeatLimits: impact.effectsWithoutSeatLimits.map(point), interval: drawn,
      TradeOffChart.Labels(
        title: text["does_trade_name"], description: text["does_trade_text"],
        hoursAxis: text["does_trade_hours"], daysAxis: text["does_trade_days"],
        run: text["does_trade_run"], withoutSeatLimits: text["does_trade_no_limits"],
        interval: text["does_trade_interval"], numbers: numbers))
  }

  private func week(_ weekdays: [RunResult.WeekdayUse]) -> SVG? {
    WeekChart.svg(
      weekdays,
      WeekChart.Labels(
        title: text["does_week_name"], description: text["does_week_text"],
        axis: text["does_week_axis"], office: text["does_in_office"],
        space: text["does_in_space"], home: text["does_at_home"], before: text["does_before"],
        after: text["does_after"],
        weekdays: Dictionary(
          weekdays.map { ($0.weekday, weekday($0.weekday)) },
          uniquingKeysWith: { first, _ in first }),
        numbers: numbers))
  }

  /// Those that move the hours most.
  var tornadoBars: [TornadoChart.Bar] {
    guard let uncertainty = result.uncertainty, let central = interval("hours_saved")?.value else {
      return []
    }
    let bars = uncertainty.tornado.compactMap { bar -> TornadoChart.Bar? in
      guard let low = bar.atLow["hours_saved"], let high = bar.atHigh["hours_saved"],
        low != central || high != central
      else { return nil }
      return TornadoChart.Bar(
        label: book.find("parameters.\(bar.parameter)") ?? bar.parameter,
        range: "\(plain(bar.low)) – \(plain(bar.high)) \(name(bar.unit))", atLow: low, atHigh: high)
    }
    return Array(bars.prefix(Self.chartedParameters))
  }

  /// The parameters on which the hours hang most, unless they hang on none.
  private var tornado: SVG? {
    guard let central = interval("hours_saved")?.value else { return nil }
    return TornadoChart.svg(
      tornadoBars, central: central,
      TornadoChart.Labels(
        title: text["does_tornado_name"], description: text["does_tornado_text"],
        axis: text["does_trade_hours"], atLow: text["does_tornado_low"],
        atHigh: text["does_tornado_high"], numbers: numbers))
  }

  /// A parameter with the decimals that it has.
  private func plain(_ value: Double) -> String {
    let decimals = (0...4).first { decimals in
      let power = [1.0, 10, 100, 1000, 10_000][decimals]
      return abs((value * power).rounded() - value * power) < 1e-6
    }
    return numbers.text(value, decimals: decimals ?? 4)
  }
}
