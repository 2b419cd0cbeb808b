/// Twice as many lanes.
struct PairedCounts<Half: DepartureCounts>: DepartureCounts {
  struct Groups: Sendable {
    var low: Half.Groups
    var high: Half.Groups
  }

  private var low: Half
  private var high: Half

  static var laneCount: Int { 2 * Half.laneCount }
  static var most: Int { Half.most }
  static var none: Self { Self(low: .none, high: .none) }
  static var noGroups: Groups { Groups(low: Half.noGroups, high: Half.noGroups) }

  subscript(lane: Int) -> Int {
    @inline(__always)
    get { lane < Half.laneCount ? low[lane] : high[lane &- Half.laneCount] }
    @inline(__always)
    set {
      if lane < Half.laneCount {
        low[lane] = newValue
      } else {
        high[lane &- Half.laneCount] = newValue
      }
    }
  }

  @inline(__always)
  func larger(_ other: Self) -> Self {
    Self(low: low.larger(other.low), high: high.larger(other.high))
  }

  @inline(__always)
  func isLess(_ other: Self) -> Int { low.isLess(other.low) | high.isLess(other.high) }

  @inline(__always)
  func masked(_ mask: Int16) -> Self { Self(low: low.masked(mask), high: high.masked(mask)) }

  func afterChange() -> Self {
    let low = low.afterChange()
    var high = high.afterChange()
    high[0] = self.low[Half.laneCount - 1]
    return Self(low: low, high: high)
  }

  @inline(__always)
  func chosen(where mask: Self, else other: Self) -> Self {
    Self(
      low: low.chosen(where: mask.low, else: other.low),
      high: high.chosen(where: mask.high, else: other.high))
  }

  @inline(__always)
  func joined(_ other: Self) -> Self {
    Self(low: low.joined(other.low), high: high.joined(other.high))
  }

  @inline(__always)
  static func mask(_ groups: Groups, are group: Int32) -> Self {
    Self(low: Half.mask(groups.low, are: group), high: Half.mask(groups.high, are: group))
  }

  @inline(__always)
  func maskOfLess(_ other: Self) -> Self {
    Self(low: low.maskOfLess(other.low), high: high.maskOfLess(other.high))
  }

  @inline(__always)
  static func set(_ groups: inout Groups, to group: Int32, where mask: Self) {
    Half.set(&groups.low, to: group, where: mask.low)
    Half.set(&groups.high, to: group, where: mask.high)
  }
}
