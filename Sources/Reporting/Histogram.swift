import Impact

/// People by minutes saved one way; those who lose stand hatched left of zero.
enum Histogram {
  struct Labels {
    var title: String
    var description: String
    var minutesAxis: String
    var peopleAxis: String
    var loses: String
    var gains: String
    var minutes: String
    var numbers: NumberStyle
  }

  /// A bar; an end that is `nil` is open.
  struct Bar: Equatable {
    var from: Int?
    var to: Int?
    var people: Double

    var isLoss: Bool { (to ?? 1) <= 0 }
  }

  private static let width = 560.0
  private static let plot = (left: 58.0, right: 540.0, top: 46.0, bottom: 262.0)

  static func svg(_ bins: [RunResult.HistogramBin], _ labels: Labels) -> SVG? {
    let bars = bars(bins)
    guard !bars.isEmpty, let highest = bars.map(\.people).max(), highest > 0 else { return nil }
    let ticks = Ticks.values(from: 0, to: highest * 1.02, count: 4)
    let scale = (plot.bottom - plot.top) / (highest * 1.02)
    let slot = (plot.right - plot.left) / Double(bars.count)
    var children = [SVG("defs", children: [SVG.hatch(id: "hatch-histogram")])]
    for tick in ticks {
      let y = plot.bottom - tick * scale
      children.append(.line(plot.left, y, plot.right, y, stroke: Ink.rule))
      children.append(
        .label(plot.left - 6, y + 4.5, labels.numbers.text(tick), anchor: .end, size: 13))
    }
    for (index, bar) in bars.enumerated() {
      children.append(column(bar, index, slot: slot, scale: scale, labels))
    }
    children += axis(bars, slot: slot, labels)
    children.append(.label(plot.left, 14, labels.peopleAxis, size: 13, fill: Ink.quiet))
    return .drawing(
      width: width, height: 308, title: labels.title, description: labels.description, children)
  }

  private static func column(
    _ bar: Bar, _ index: Int, slot: Double, scale: Double, _ labels: Labels
  ) -> SVG {
    let height = bar.people * scale
    let x = plot.left + Double(index) * slot
    return SVG.rect(
      x + 0.7, plot.bottom - height, slot - 1.4, height,
      fill: bar.isLoss ? "url(#hatch-histogram)" : Ink.gain,
      stroke: bar.isLoss ? Ink.loss : Ink.gain
    ).titled("\(rangeText(bar)) \(labels.minutes): \(labels.numbers.people(bar.people))")
  }

  private static func rangeText(_ bar: Bar) -> String {
    switch (bar.from, bar.to) {
    case (let from?, let to?): "\(signed(from)) … \(signed(to))"
    case (let from?, nil): "≥ \(signed(from))"
    case (nil, let to?): "< \(signed(to))"
    case (nil, nil): ""
    }
  }

  private static func signed(_ minutes: Int) -> String {
    minutes < 0 ? "\u{2212}\(-minutes)" : "\(minutes)"
  }

  private static func axis(_ bars: [Bar], slot: Double, _ labels: Labels) -> [SVG] {
    var children = [SVG.line(plot.left, plot.bottom, plot.right, plot.bottom, stroke: Ink.text)]
    let binMinutes = bars.compactMap { bar in bar.from.flatMap { f in bar.to.map { $0 - f } } }
      .max()
    let step = max(1, binMinutes ?? 5) * (slot < 26 ? (slot < 13 ? 4 : 2) : 1)
    let edges = bars.map(\.from) + [bars.last?.to]
    for (index, edge) in edges.enumerated() {
      guard let edge, edge % step == 0 else { continue }
      let x = plot.left + Double(index) * slot
      children.append(.line(x, plot.bottom, x, plot.bottom + 5, stroke: Ink.text))
      children.append(.label(x, plot.bottom + 19, signed(edge), anchor: .middle, size: 13))
    }
    children.append(
      .label(
        (plot.left + plot.right) / 2, 303, labels.minutesAxis, anchor: .middle, size: 13,
        fill: Ink.quiet))
    let zero = bars.firstIndex { !$0.isLoss }
    let x = zero.map { plot.left + Double($0) * slot } ?? plot.right
    children.append(.line(x, plot.top - 12, x, plot.bottom, stroke: Ink.text, width: 1.5))
    if zero != nil {
      children.append(
        .label(min(x, plot.right - 70) + 8, plot.top - 4, labels.gains + " →", isBold: true))
    }
    if x - plot.left > 90 {
      children.append(
        .label(x - 8, plot.top - 4, "← " + labels.loses, anchor: .end, isBold: true))
    }
    return children
  }

  /// The bins in order; where there are more than `limit`, the outer ones join in open bars, the
  /// emptier end first. Those who gain and those who lose never share a bar.
  static func bars(_ bins: [RunResult.HistogramBin], limit: Int = 28) -> [Bar] {
    var bars = bins.sorted { $0.fromMinutes < $1.fromMinutes }
      .map { Bar(from: $0.fromMinutes, to: $0.toMinutes, people: $0.people) }
    while bars.count > limit {
      let last = bars.count - 1
      let canJoinLow = bars[0].isLoss == bars[1].isLoss
      let canJoinHigh = bars[last].isLoss == bars[last - 1].isLoss
      if canJoinLow, !canJoinHigh || bars[0].people <= bars[last].people {
        bars[1] = Bar(from: nil, to: bars[1].to, people: bars[0].people + bars[1].people)
        bars.removeFirst()
      } else if canJoinHigh {
        bars[last - 1] = Bar(
          from: bars[last - 1].from, to: nil, people: bars[last].people + bars[last - 1].people)
        bars.removeLast()
      } else {
        break
      }
    }
    return bars
  }
}
