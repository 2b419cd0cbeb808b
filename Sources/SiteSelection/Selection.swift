/// Which sites are open, and what that is worth.
public struct Selection: Sendable, Equatable {
  /// What happens at an open site.
  public struct Use: Sendable, Equatable {
    public var site: Int
    /// Of its people, amount × benefit.
    public var value: Double
    /// Person-days a day: the seats that are taken.
    public var amount: Double
    /// What a little more room would bring, for each seat; 0 where seats are free.
    public var seatValue: Double
  }

  /// A part of a row at a site. Rows that are not here stay where they are.
  public struct Share: Sendable, Equatable {
    public var row: Int
    public var site: Int
    /// Person-days a day.
    public var amount: Double
  }

  /// Candidates, rising.
  public var chosen: [Int]
  /// Closable sites that are closed, rising.
  public var closed: [Int]
  /// What was spent of the budget.
  public var cost: Double
  /// The sum of amount × benefit.
  public var value: Double
  /// Of all open sites, in the order of the list.
  public var uses: [Use]
  /// By row, then by site.
  public var shares: [Share]
  /// No selection is worth more.
  public var bound: Double
  /// Nothing else is worth more, by more than a part in 10⁹.
  public var isProvenOptimal: Bool
  /// Of the branch and bound; 0 where the first bound was enough.
  public var nodes: Int

  /// (bound − value) / bound; 0 of nothing.
  public var gap: Double { bound > 0 ? (bound - value) / bound : 0 }
}

/// How long to search; the result does not depend on the machine.
public struct SelectionEffort: Sendable, Equatable {
  /// Rounds of interchange.
  public var rounds = 50
  /// Steps of the first bound, at least 1.
  public var steps = 1_000
  /// Steps of the bound of each branch.
  var stepsPerNode = 30
  /// Branches that are bounded to prove the optimum.
  public var nodes = 2_000
  /// Pairs of site and row that these branches look at.
  public var pairs = 500_000_000
  /// A gap that is small enough to stop: from 0, below 1.
  public var tolerance = 0.0

  public init() {}
}
