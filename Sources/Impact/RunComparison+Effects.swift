import ImpactModel

extension RunComparison {
  /// The headlines of the impact of a week, where both runs have one; without, there is nothing to
  /// compare.
  static func effects(_ first: RunResult, _ second: RunResult) -> [Figure] {
    guard let a = first.impact, let b = second.impact else { return [] }
    let hasClients = a.effects.clientDays != nil || b.effects.clientDays != nil
    let compared = Effects.headlines.filter {
      hasClients || $0.value != \Effects.minutesSavedPerClientVisit
    }
    let headlines = compared.map { headline in
      var figure = Figure(
        "impact.\(headline.name)", headline.unit, a.effects[keyPath: headline.value],
        b.effects[keyPath: headline.value])
      if let one = first.uncertainty, let other = second.uncertainty,
        let range = one.interval(with: other, of: headline.name, { $1 - $0 })
      {
        (figure.low, figure.high) = (range.lowerBound, range.upperBound)
      }
      return figure
    }
    let days = [
      Figure(
        "impact.unseated_days", "person-days a year", a.effects.unseatedDaysPerYear,
        b.effects.unseatedDaysPerYear)
    ]
    return headlines + days
  }
}
