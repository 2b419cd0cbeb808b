import Impact

/// For each place two ranges, p10 to p90 with the median marked: the office above, the site below.
enum RangeChart {
  struct Row {
    var label: String
    var central: RunResult.Percentile
    var best: RunResult.Percentile
  }

  struct Labels {
    var title: String
    var description: String
    var axis: String
    var central: String
    var best: String
    var numbers: NumberStyle
  }

  private static let width = 560.0
  private static let left = 172.0
  private static let right = 540.0
  private static let rowHeight = 32.0
  private static let top = 62.0

  static func svg(_ rows: [Row], _ labels: Labels) -> SVG? {
    let rows = rows.filter { $0.central.p50 != nil || $0.best.p50 != nil }
    let seconds = rows.flatMap {
      [$0.central.p10, $0.central.p50, $0.central.p90, $0.best.p10, $0.best.p50, $0.best.p90]
    }.compactMap { $0 }.filter(\.isFinite)
    guard let longest = seconds.max(), longest > 0 else { return nil }
    let scale = (right - left) / (longest / 60 * 1.02)
    let bottom = top + Double(rows.count) * rowHeight
    var children = legend(labels)
    for tick in Ticks.values(from: 0, to: longest / 60 * 1.02, count: 6) {
      let x = left + tick * scale
      children.append(.line(x, top - 6, x, bottom, stroke: Ink.rule))
      children.append(
        .label(x, top - 11, labels.numbers.text(tick), anchor: .middle, size: 12, fill: Ink.quiet))
    }
    children.append(.label(0, top - 11, labels.axis, size: 13, fill: Ink.quiet))
    for (index, row) in rows.enumerated() {
      let y = top + Double(index) * rowHeight
      if index > 0 { children.append(.line(0, y, right, y, stroke: Ink.rule, width: 0.6)) }
      children.append(self.row(row, at: y, scale, labels))
    }
    return .drawing(
      width: width, height: bottom + 6, title: labels.title, description: labels.description,
      children)
  }

  private static func row(_ row: Row, at y: Double, _ scale: Double, _ labels: Labels) -> SVG {
    func text(_ name: String, _ range: RunResult.Percentile) -> String {
      let values = [range.p10, range.p50, range.p90].map(labels.numbers.minutes(fromSeconds:))
      return "\(name): \(values.joined(separator: " / "))"
    }
    return SVG.group(
      [.label(0, y + 20.5, Markup.shortened(row.label, to: 21))]
        + range(row.central, at: y + 11, scale, isBest: false)
        + range(row.best, at: y + 22, scale, isBest: true)
    ).titled("\(row.label) – \(text(labels.central, row.central)); \(text(labels.best, row.best))")
  }

  /// A line where both ends are reachable, and the median's mark: a disc, or a hollow diamond.
  private static func range(
    _ range: RunResult.Percentile, at y: Double, _ scale: Double, isBest: Bool
  ) -> [SVG] {
    func x(_ seconds: Double) -> Double { left + seconds / 60 * scale }
    var marks = [SVG]()
    let color = isBest ? Ink.gain : Ink.text
    if let low = range.p10, let high = range.p90 {
      marks.append(.line(x(low), y, x(high), y, stroke: color, width: isBest ? 2 : 4))
    }
    if let median = range.p50 { marks.append(mark(x(median), y, isBest: isBest)) }
    return marks
  }

  private static func mark(_ x: Double, _ y: Double, isBest: Bool) -> SVG {
    guard isBest else { return .circle(x, y, radius: 5, fill: Ink.text, stroke: "#fff") }
    return .path(
      "M\(SVG.number(x)) \(SVG.number(y - 6))l6 6l-6 6l-6 -6z", fill: "#fff", stroke: Ink.gain,
      width: 2)
  }

  private static func legend(_ labels: Labels) -> [SVG] {
    let second = left + 180
    return [
      .line(left, 14, left + 30, 14, stroke: Ink.text, width: 4),
      mark(left + 15, 14, isBest: false),
      .label(left + 38, 19, labels.central),
      .line(second, 14, second + 30, 14, stroke: Ink.gain, width: 2),
      mark(second + 15, 14, isBest: true),
      .label(second + 38, 19, labels.best),
    ]
  }
}
