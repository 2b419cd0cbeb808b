/// How far a figure moves when one parameter goes to either end of its range: two half bars from the
/// figure as it is, hollow at the parameter's lower end, filled at its upper end.
enum TornadoChart {
  struct Bar {
    var label: String
    /// Of the parameter, as text.
    var range: String
    var atLow: Double
    var atHigh: Double
  }

  struct Labels {
    var title: String
    var description: String
    var axis: String
    var atLow: String
    var atHigh: String
    var numbers: NumberStyle
  }

  private static let width = 560.0
  private static let plot = (left: 216.0, right: 540.0, top: 68.0)
  private static let rowHeight = 36.0

  static func svg(_ bars: [Bar], central: Double, _ labels: Labels) -> SVG? {
    let values = bars.flatMap { [$0.atLow, $0.atHigh] } + [central]
    guard values.allSatisfy(\.isFinite), let least = values.min(), let most = values.max(),
      most > least
    else { return nil }
    let (low, high) = (least - (most - least) * 0.04, most + (most - least) * 0.04)
    func x(_ value: Double) -> Double {
      plot.left + (value - low) / (high - low) * (plot.right - plot.left)
    }
    let bottom = plot.top + Double(bars.count) * rowHeight
    var children = legend(labels)
    for tick in Ticks.values(from: low, to: high, count: 3) {
      children += [
        .line(x(tick), plot.top - 4, x(tick), bottom, stroke: Ink.rule),
        .label(
          x(tick), plot.top - 9, labels.numbers.text(tick, decimals: most - least < 10 ? 1 : 0),
          anchor: .middle, size: 12, fill: Ink.quiet),
      ]
    }
    for (index, bar) in bars.enumerated() {
      children.append(
        row(
          bar, at: plot.top + Double(index) * rowHeight, from: x(central), low: x(bar.atLow),
          high: x(bar.atHigh), labels))
    }
    children += [
      .line(x(central), plot.top - 4, x(central), bottom, stroke: Ink.text, width: 1.5),
      .label(0, plot.top - 9, labels.axis, size: 13, fill: Ink.quiet),
    ]
    return .drawing(
      width: width, height: bottom + 6, title: labels.title, description: labels.description,
      children)
  }

  private static func row(
    _ bar: Bar, at y: Double, from central: Double, low: Double, high: Double, _ labels: Labels
  ) -> SVG {
    func half(_ end: Double, _ y: Double, fill: String) -> SVG {
      .rect(min(central, end), y, abs(end - central), 11, fill: fill, stroke: Ink.gain)
    }
    let text = [(labels.atLow, bar.atLow), (labels.atHigh, bar.atHigh)]
      .map { "\($0): \(labels.numbers.amount($1))" }.joined(separator: "; ")
    return SVG.group([
      .label(0, y + 15, Markup.shortened(bar.label, to: 30), size: 13),
      .label(0, y + 29, Markup.shortened(bar.range, to: 34), size: 11, fill: Ink.quiet),
      half(low, y + 5, fill: "#fff"), half(high, y + 17, fill: Ink.gain),
    ]).titled("\(bar.label), \(bar.range) – \(text)")
  }

  private static func legend(_ labels: Labels) -> [SVG] {
    [
      .rect(0, 8, 16, 11, fill: "#fff", stroke: Ink.gain),
      .label(22, 18, labels.atLow, size: 13),
      .rect(280, 8, 16, 11, fill: Ink.gain, stroke: Ink.gain),
      .label(302, 18, labels.atHigh, size: 13),
    ]
  }
}
