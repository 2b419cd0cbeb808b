/// The mix of modes of every kind of traveller between homes and workplaces.
public struct MixTable: Sendable {
  public let homeCount: Int
  /// `mixes[workplace][traveller][home]`; `nil` is out of reach.
  public var mixes: [[[TravelMix?]]]

  public init(homeCount: Int, mixes: [[[TravelMix?]]]) {
    self.homeCount = homeCount
    self.mixes = mixes
  }

  public subscript(traveller: Int, home: Int, workplace: Int) -> TravelMix? {
    mixes[workplace][traveller][home]
  }
}
