/// Hours saved to the right against person-days that leave the offices upwards: what commuters win
/// and the centre loses by the same days.
enum TradeOffChart {
  struct Point: Equatable {
    var hours: Double
    var days: Double
  }

  struct Labels {
    var title: String
    var description: String
    var hoursAxis: String
    var daysAxis: String
    var run: String
    var withoutSeatLimits: String
    var interval: String
    var numbers: NumberStyle
  }

  /// Nine of ten draws.
  struct Interval {
    var hours: ClosedRange<Double>
    var days: ClosedRange<Double>
  }

  private static let plot = (left: 92.0, right: 540.0, top: 104.0, bottom: 330.0)

  /// From 0, or from below it, to a little beyond the last value.
  private struct Axis {
    let low: Double
    let high: Double

    init?(_ values: [Double]) {
      guard values.allSatisfy(\.isFinite) else { return nil }
      let (least, most) = (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
      guard most > least else { return nil }
      low = least < 0 ? least - (most - least) * 0.08 : 0
      high = most + (most - least) * 0.08
    }

    func place(_ value: Double, from start: Double, to end: Double) -> Double {
      start + (value - low) / (high - low) * (end - start)
    }
  }

  static func svg(
    run: Point, withoutSeatLimits: Point?, interval: Interval?, _ labels: Labels
  ) -> SVG? {
    let points = [run] + (withoutSeatLimits.map { [$0] } ?? [])
    let ends = interval.map { [$0.hours.lowerBound, $0.hours.upperBound] } ?? []
    let dayEnds = interval.map { [$0.days.lowerBound, $0.days.upperBound] } ?? []
    guard let hours = Axis(points.map(\.hours) + ends),
      let days = Axis(points.map(\.days) + dayEnds)
    else { return nil }
    func x(_ value: Double) -> Double { hours.place(value, from: plot.left, to: plot.right) }
    func y(_ value: Double) -> Double { days.place(value, from: plot.bottom, to: plot.top) }
    var children = axes(hours, days, labels)
    if let interval {
      children += cross(
        x(interval.hours.lowerBound)...x(interval.hours.upperBound), y(run.days),
        y(interval.days.upperBound)...y(interval.days.lowerBound), x(run.hours))
    }
    if let point = withoutSeatLimits {
      children.append(
        diamond(x(point.hours), y(point.days))
          .titled(text(labels.withoutSeatLimits, point, labels)))
    }
    children.append(
      SVG.circle(x(run.hours), y(run.days), radius: 6, fill: Ink.text, stroke: "#fff")
        .titled(text(labels.run, run, labels)))
    children += legend(withoutSeatLimits != nil, interval != nil, labels)
    return .drawing(
      width: 560, height: 376, title: labels.title, description: labels.description, children)
  }

  private static func text(_ name: String, _ point: Point, _ labels: Labels) -> String {
    "\(name) – \(labels.hoursAxis): \(labels.numbers.amount(point.hours)); "
      + "\(labels.daysAxis): \(labels.numbers.amount(point.days))"
  }

  private static func axes(_ hours: Axis, _ days: Axis, _ labels: Labels) -> [SVG] {
    var children = [SVG]()
    for tick in Ticks.values(from: hours.low, to: hours.high, count: 4) {
      let x = hours.place(tick, from: plot.left, to: plot.right)
      children += [
        .line(x, plot.top, x, plot.bottom, stroke: tick == 0 ? Ink.text : Ink.rule),
        .label(x, plot.bottom + 18, labels.numbers.text(tick), anchor: .middle, size: 12),
      ]
    }
    for tick in Ticks.values(from: days.low, to: days.high, count: 4) {
      let y = days.place(tick, from: plot.bottom, to: plot.top)
      children += [
        .line(plot.left, y, plot.right, y, stroke: tick == 0 ? Ink.text : Ink.rule),
        .label(plot.left - 6, y + 4.5, labels.numbers.text(tick), anchor: .end, size: 12),
      ]
    }
    return children + [
      .label(0, plot.top - 14, "↑ " + labels.daysAxis, size: 13, fill: Ink.quiet),
      .label(plot.right, 370, labels.hoursAxis + " →", anchor: .end, size: 13, fill: Ink.quiet),
    ]
  }

  private static func cross(
    _ xs: ClosedRange<Double>, _ y: Double, _ ys: ClosedRange<Double>, _ x: Double
  ) -> [SVG] {
    [
      .line(xs.lowerBound, y, xs.upperBound, y, stroke: Ink.gain, width: 2),
      .line(xs.lowerBound, y - 5, xs.lowerBound, y + 5, stroke: Ink.gain, width: 2),
      .line(xs.upperBound, y - 5, xs.upperBound, y + 5, stroke: Ink.gain, width: 2),
      .line(x, ys.lowerBound, x, ys.upperBound, stroke: Ink.gain, width: 2),
      .line(x - 5, ys.lowerBound, x + 5, ys.lowerBound, stroke: Ink.gain, width: 2),
      .line(x - 5, ys.upperBound, x + 5, ys.upperBound, stroke: Ink.gain, width: 2),
    ]
  }

  private static func diamond(_ x: Double, _ y: Double) -> SVG {
    .path(
      "M\(SVG.number(x)) \(SVG.number(y - 8))l8 8l-8 8l-8 -8z", fill: "#fff", stroke: Ink.gain,
      width: 2)
  }

  private static func legend(_ hasOther: Bool, _ hasInterval: Bool, _ labels: Labels) -> [SVG] {
    var rows: [([SVG], String)] = [
      ([.circle(15, 12, radius: 6, fill: Ink.text, stroke: "#fff")], labels.run)
    ]
    if hasOther { rows.append(([diamond(15, 12 + 22)], labels.withoutSeatLimits)) }
    if hasInterval {
      let y = 12 + Double(rows.count) * 22
      rows.append((cross(4...26, y, y - 7...y + 7, 15), labels.interval))
    }
    return rows.enumerated().flatMap { index, row in
      row.0 + [.label(36, 17 + Double(index) * 22, row.1, size: 13)]
    }
  }
}
