/// What one more seat on every day that a space is open would save.
public enum SeatValue {
  /// Hours of a week that one more seat in each space saves, everyone assigned anew; 0 where seats are
  /// left over on every weekday or are not limited.
  ///
  /// A seat more also changes who sits elsewhere, so this is the whole difference, not the gain of the
  /// one who gets it.
  public static func hoursPerWeek(_ model: WeekModel, _ evaluation: Evaluation) -> [Double] {
    model.sites.indices.map { site in
      let isFull = model.sites[site].seats.indices.contains { day in
        guard let seats = model.sites[site].seats[day], seats > 0 else { return false }
        return evaluation.policy.siteDays[site][day] >= seats * (1 - 1e-9)
      }
      guard isFull else { return 0 }
      var more = model
      more.sites[site].seats = model.sites[site].seats.map { $0.map { $0 > 0 ? $0 + 1 : 0 } }
      return evaluation.policy.hours - more.account(more.placeDays().policy).hours
    }
  }
}
