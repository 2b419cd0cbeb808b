/// What a space does as the only one.
public struct LoneSpace: Sendable, Equatable {
  /// Against the same policy without any space, so that days at home are in none of them; `people` and
  /// `peopleNotCounted` are those of all.
  public var effects: Effects
  /// People for whom a day there costs less than one in their office, whether they take part or not.
  public var peopleGaining: Double
  /// Hours that they would save together on a day on which all of them are there.
  public var hoursPerDayOfAll: Double
  /// People who are there within so many minutes, by the modes that they would take; in the order of
  /// `minutes`.
  public var peopleWithin: [Double]
  /// For each group that gains what a day there saves each of its people.
  public var gains: [Gain]

  /// The bounds of `peopleWithin`.
  public static let minutes = [15, 30, 45]

  public struct Gain: Sendable, Equatable {
    /// Position among the groups of the inputs.
    public var group: Int
    /// Of commuting, both ways.
    public var hoursPerDay: Double
    /// To the space.
    public var minutesOneWay: Double
    /// Person-days in spaces in a week of those who take part.
    public var daysPerWeek: Double
  }
}
