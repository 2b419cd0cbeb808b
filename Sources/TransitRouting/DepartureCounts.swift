/// Numbers of departures, each from the first of the window on, side by side in lanes.
///
/// Whatever a scan decides, it decides for all lanes at once: lanes are independent of each other,
/// and what one lane has too much of changes nothing in it.
protocol DepartureCounts: Sendable, Equatable {
  /// For each lane the group of stops its departures come from.
  associatedtype Groups: Sendable
  static var laneCount: Int { get }
  static var none: Self { get }
  static var noGroups: Groups { get }
  subscript(lane: Int) -> Int16 { get set }
  /// The larger one in each lane.
  func larger(_ other: Self) -> Self
  /// 1 where any lane is smaller, else 0.
  func isLess(_ other: Self) -> Int
  /// All of it where the mask is all ones, nothing where it is 0.
  func masked(_ mask: Int16) -> Self
  /// One lane further up: where lanes are limits of rides, who changes needs one ride more.
  func afterChange() -> Self
  /// The lanes of `self` where the mask is all ones, of another where it is 0.
  func chosen(where mask: Self, else other: Self) -> Self
  /// Masks: all ones where either is.
  func joined(_ other: Self) -> Self
  /// All ones where the group is this one.
  static func mask(_ groups: Groups, are group: Int32) -> Self
  /// All ones in the lanes that are smaller.
  func maskOfLess(_ other: Self) -> Self
  /// Sets the group of the lanes where the mask is all ones.
  static func set(_ groups: inout Groups, to group: Int32, where mask: Self)
}

/// The departures of one origin.
///
/// Branches that nobody can foresee cost more than the work behind them, and compilers turn `max`
/// into one; signs of differences serve without.
struct OneCount: DepartureCounts {
  var value: Int16

  static var laneCount: Int { 1 }
  static var none: OneCount { OneCount(value: 0) }

  subscript(lane: Int) -> Int16 {
    @inline(__always) get { value }
    @inline(__always) set { value = newValue }
  }

  @inline(__always)
  func larger(_ other: OneCount) -> OneCount {
    let isSmaller = (value &- other.value) &>> 15
    return OneCount(value: value ^ ((value ^ other.value) & isSmaller))
  }

  @inline(__always)
  func isLess(_ other: OneCount) -> Int {
    Int(truncatingIfNeeded: UInt16(bitPattern: value &- other.value) &>> 15)
  }

  @inline(__always)
  func masked(_ mask: Int16) -> OneCount { OneCount(value: value & mask) }

  func afterChange() -> OneCount { .none }

  static var noGroups: Int32 { 0 }

  @inline(__always)
  func chosen(where mask: OneCount, else other: OneCount) -> OneCount {
    OneCount(value: other.value ^ ((value ^ other.value) & mask.value))
  }

  @inline(__always)
  func joined(_ other: OneCount) -> OneCount { OneCount(value: value | other.value) }

  @inline(__always)
  static func mask(_ groups: Int32, are group: Int32) -> OneCount {
    OneCount(value: groups == group ? -1 : 0)
  }

  @inline(__always)
  func maskOfLess(_ other: OneCount) -> OneCount {
    OneCount(value: (value &- other.value) &>> 15)
  }

  @inline(__always)
  static func set(_ groups: inout Int32, to group: Int32, where mask: OneCount) {
    groups ^= (groups ^ group) & Int32(mask.value)
  }
}

/// The departures of eight origins, or of one with at most one, two, … eight rides.
struct EightCounts: DepartureCounts {
  var lanes: SIMD8<Int16>

  static var laneCount: Int { 8 }
  static var none: EightCounts { EightCounts(lanes: SIMD8(repeating: 0)) }

  subscript(lane: Int) -> Int16 {
    @inline(__always) get { lanes[lane] }
    @inline(__always) set { lanes[lane] = newValue }
  }

  @inline(__always)
  func larger(_ other: EightCounts) -> EightCounts {
    let difference = lanes &- other.lanes
    return EightCounts(
      lanes: other.lanes &+ (difference & ~(difference &>> SIMD8(repeating: 15))))
  }

  @inline(__always)
  func isLess(_ other: EightCounts) -> Int {
    let halves = unsafeBitCast(lanes &- other.lanes, to: SIMD2<UInt64>.self)
    let signs = (halves.x | halves.y) & 0x8000_8000_8000_8000
    return signs == 0 ? 0 : 1
  }

  @inline(__always)
  func masked(_ mask: Int16) -> EightCounts { EightCounts(lanes: lanes & SIMD8(repeating: mask)) }

  @inline(__always)
  func afterChange() -> EightCounts {
    let halves = unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
    return EightCounts(
      lanes: unsafeBitCast(
        SIMD2(halves.x &<< 16, (halves.y &<< 16) | (halves.x &>> 48)), to: SIMD8<Int16>.self))
  }

  static var noGroups: SIMD8<Int32> { SIMD8(repeating: 0) }

  @inline(__always)
  func chosen(where mask: EightCounts, else other: EightCounts) -> EightCounts {
    EightCounts(lanes: other.lanes ^ ((lanes ^ other.lanes) & mask.lanes))
  }

  @inline(__always)
  func joined(_ other: EightCounts) -> EightCounts { EightCounts(lanes: lanes | other.lanes) }

  @inline(__always)
  static func mask(_ groups: SIMD8<Int32>, are group: Int32) -> EightCounts {
    let difference = groups ^ SIMD8(repeating: group)
    let isOther = (difference | (SIMD8(repeating: 0) &- difference)) &>> SIMD8(repeating: 31)
    return EightCounts(lanes: ~SIMD8<Int16>(truncatingIfNeeded: isOther))
  }

  @inline(__always)
  func maskOfLess(_ other: EightCounts) -> EightCounts {
    EightCounts(lanes: (lanes &- other.lanes) &>> SIMD8(repeating: 15))
  }

  @inline(__always)
  static func set(_ groups: inout SIMD8<Int32>, to group: Int32, where mask: EightCounts) {
    let lanes = SIMD8<Int32>(truncatingIfNeeded: mask.lanes)
    groups ^= (groups ^ SIMD8(repeating: group)) & lanes
  }
}
