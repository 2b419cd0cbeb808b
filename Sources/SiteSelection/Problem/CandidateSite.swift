/// A site that may be open; known by its place in the list.
public struct CandidateSite: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// New: counts among the K, costs its cost.
    case candidate
    /// Open whatever happens: neither counts nor costs.
    case fixed
    /// Open today: does not count among the K, costs its cost where it is kept and nothing where it
    /// is closed.
    case closable
  }

  public var kind: Kind
  /// Person-days a day for which there is room; `nil` for all who come.
  public var seats: Double?
  /// In the unit of the budget.
  public var cost: Double

  public init(kind: Kind = .candidate, seats: Double? = nil, cost: Double = 0) {
    self.kind = kind
    self.seats = seats
    self.cost = cost
  }
}

/// How many and how dear.
public struct SelectionLimits: Sendable, Equatable {
  /// At most so many candidates.
  public var newSites: Int
  /// At most so much for chosen candidates and kept closable sites together; `nil` for any sum.
  /// A part in 10⁹ more is let through, for sums of decimal fractions are not exact.
  public var budget: Double?

  public init(newSites: Int, budget: Double? = nil) {
    self.newSites = newSites
    self.budget = budget
  }
}
