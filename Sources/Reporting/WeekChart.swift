import Impact

/// Person-days by weekday, before and after: in offices, in spaces and at home, one on the other.
enum WeekChart {
  struct Labels {
    var title: String
    var description: String
    var axis: String
    var office: String
    var space: String
    var home: String
    var before: String
    var after: String
    /// By `mon` to `sun`.
    var weekdays: [String: String]
    var numbers: NumberStyle
  }

  private static let plot = (left: 66.0, right: 540.0, top: 64.0, bottom: 266.0)
  private static let fills = [Ink.gain, "url(#hatch-week)", "url(#dots-week)"]

  static func svg(_ week: [RunResult.WeekdayUse], _ labels: Labels) -> SVG? {
    let days = week.filter { max(before($0).reduce(0, +), after($0).reduce(0, +)) > 0 }
    let totals = days.flatMap { [before($0).reduce(0, +), after($0).reduce(0, +)] }
    guard let highest = totals.max(), highest > 0, totals.allSatisfy(\.isFinite) else { return nil }
    let scale = (plot.bottom - plot.top) / (highest * 1.02)
    let slot = (plot.right - plot.left) / Double(days.count)
    var children = [
      SVG(
        "defs",
        children: [SVG.hatch(id: "hatch-week", stroke: Ink.gain), SVG.dots(id: "dots-week")])
    ]
    for tick in Ticks.values(from: 0, to: highest * 1.02, count: 4) {
      let y = plot.bottom - tick * scale
      children += [
        .line(plot.left, y, plot.right, y, stroke: Ink.rule),
        .label(plot.left - 6, y + 4.5, labels.numbers.text(tick), anchor: .end, size: 12),
      ]
    }
    for (index, day) in days.enumerated() {
      children += self.day(day, at: plot.left + Double(index) * slot, slot, scale, labels)
    }
    children += [
      .line(plot.left, plot.bottom, plot.right, plot.bottom, stroke: Ink.text),
      .label(0, plot.top - 16, labels.axis, size: 13, fill: Ink.quiet),
    ]
    return .drawing(
      width: 560, height: 312, title: labels.title, description: labels.description,
      children + legend(labels))
  }

  private static func before(_ day: RunResult.WeekdayUse) -> [Double] {
    [day.baseOfficeDays, 0, day.baseHomeDays]
  }

  private static func after(_ day: RunResult.WeekdayUse) -> [Double] {
    [day.officeDays, day.siteDays, day.homeDays]
  }

  private static func day(
    _ day: RunResult.WeekdayUse, at x: Double, _ slot: Double, _ scale: Double, _ labels: Labels
  ) -> [SVG] {
    let width = slot * 0.38
    let name = labels.weekdays[day.weekday] ?? day.weekday
    let columns = [
      (x + slot * 0.1, before(day), labels.before), (x + slot * 0.52, after(day), labels.after),
    ]
    return columns.flatMap { start, values, side in
      stack(values, at: start, width, scale, "\(name), \(side)", labels) + [
        .label(
          start + width / 2, plot.bottom + 16, side, anchor: .middle, size: 11, fill: Ink.quiet)
      ]
    } + [.label(x + slot / 2, plot.bottom + 36, name, anchor: .middle, size: 13)]
  }

  private static func stack(
    _ values: [Double], at x: Double, _ width: Double, _ scale: Double, _ what: String,
    _ labels: Labels
  ) -> [SVG] {
    var bottom = plot.bottom
    var parts = [SVG]()
    let names = [labels.office, labels.space, labels.home]
    for (value, (fill, name)) in zip(values, zip(fills, names)) where value > 0 {
      bottom -= value * scale
      parts.append(
        SVG.rect(x, bottom, width, value * scale, fill: fill, stroke: Ink.text)
          .titled("\(what), \(name): \(labels.numbers.people(value))"))
    }
    return parts
  }

  private static func legend(_ labels: Labels) -> [SVG] {
    let entries = zip(fills, [labels.office, labels.space, labels.home])
    return entries.enumerated().flatMap { index, entry in
      let x = plot.left + Double(index) * 160
      return [
        SVG.rect(x, 8, 16, 12, fill: entry.0, stroke: Ink.text),
        SVG.label(x + 22, 19, entry.1, size: 13),
      ]
    }
  }
}
