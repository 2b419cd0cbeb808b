/// How many people a choice of modes could be applied to as it is.
public struct ChoiceTally: Sendable, Equatable {
  /// Take the mode that is given for them, or choose.
  public private(set) var asChosen = 0.0
  /// Take another mode, because the given one does not reach or needs a car they do not have.
  public private(set) var fellBack = 0.0
  /// Cannot get there by any mode.
  public private(set) var outOfReach = 0.0

  public init() {}

  /// Counts people of one pair of home and workplace.
  public mutating func count(
    people: Double, choosing choice: ModeChoice, among ways: ArraySlice<Skim?>, hasCar: Bool
  ) {
    let reached = ways.map { $0?.isAvailable(hasCar: hasCar) ?? false }
    if !reached.contains(true) {
      outOfReach += people
    } else if case .given(let mode) = choice, !reached[mode] {
      fellBack += people
    } else {
      asChosen += people
    }
  }
}
