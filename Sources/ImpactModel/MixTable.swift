/// The mix of modes of every kind of traveller between homes and workplaces.
public struct MixTable: Sendable {
  public let homeCount: Int
  public let workplaceCount: Int
  /// `mixes[traveller][workplace * homeCount + home]`; `nil` is out of reach.
  public var mixes: [[TravelMix?]]

  public init(homeCount: Int, workplaceCount: Int, mixes: [[TravelMix?]]) {
    self.homeCount = homeCount
    self.workplaceCount = workplaceCount
    self.mixes = mixes
  }

  public subscript(traveller: Int, home: Int, workplace: Int) -> TravelMix? {
    mixes[traveller][workplace * homeCount + home]
  }
}
