/// What a way between a home and a workplace is in the mean over the modes that people take.
public struct TravelMix: Sendable, Equatable {
  /// Of each mode, in the table's order; they add up to 1.
  public var shares: [Double]
  /// One way, plain clock time.
  public var seconds: Double
  /// Generalized cost one way: weighed time × value of time + money.
  public var costEuro: Double
  /// Cost one way as the choice between modes sees it: of one mode `costEuro`, of a logit the
  /// expected least cost (minus the logsum) with the logit's constants, which is not more than that
  /// of any mode alone.
  public var inclusiveCostEuro: Double
  /// Out of pocket, one way.
  public var moneyEuro: Double
  public var load: TripLoad

  public init(
    shares: [Double], seconds: Double, costEuro: Double, inclusiveCostEuro: Double,
    moneyEuro: Double, load: TripLoad
  ) {
    self.shares = shares
    self.seconds = seconds
    self.costEuro = costEuro
    self.inclusiveCostEuro = inclusiveCostEuro
    self.moneyEuro = moneyEuro
    self.load = load
  }
}
