/// Numbers of departures, each from the first of the window on, side by side in lanes.
///
/// Whatever a scan decides, it decides for all lanes at once: lanes are independent of each other,
/// and what one lane has too much of changes nothing in it.
protocol DepartureCounts: Sendable, Equatable {
  /// For each lane the group of stops its departures come from.
  associatedtype Groups: Sendable
  static var laneCount: Int { get }
  /// The most departures that a lane counts.
  static var most: Int { get }
  static var none: Self { get }
  static var noGroups: Groups { get }
  subscript(lane: Int) -> Int { get set }
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
  private var value: Int16

  static var laneCount: Int { 1 }
  static var most: Int { Int(Int16.max) }
  static var none: OneCount { OneCount(value: 0) }

  subscript(lane: Int) -> Int {
    @inline(__always) get { Int(value) }
    @inline(__always) set { value = Int16(newValue) }
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

/// A vector of counts with one of groups beside it, lane by lane; and what generic code would compile
/// lane by lane.
protocol CountVector: SIMD, Sendable where Scalar: FixedWidthInteger & SignedInteger {
  associatedtype Groups: SIMD & Sendable where Groups.Scalar == Int32
  init(masking groups: Groups)
  var groupMask: Groups { get }
  /// The larger one in each lane; neither is negative.
  func larger(_ other: Self) -> Self
  /// 1 where any lane is negative, else 0.
  var anyNegative: Int { get }
}

extension SIMD8: CountVector where Scalar == Int16 {
  @inline(__always)
  init(masking groups: SIMD8<Int32>) { self.init(truncatingIfNeeded: groups) }
  @inline(__always)
  var groupMask: SIMD8<Int32> { SIMD8<Int32>(truncatingIfNeeded: self) }
  @inline(__always)
  func larger(_ other: Self) -> Self { pointwiseMax(self, other) }
  @inline(__always)
  var anyNegative: Int {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return (halves.x | halves.y) & 0x8000_8000_8000_8000 == 0 ? 0 : 1
  }
}

extension SIMD16: CountVector where Scalar == Int8 {
  @inline(__always)
  init(masking groups: SIMD16<Int32>) { self.init(truncatingIfNeeded: groups) }
  @inline(__always)
  var groupMask: SIMD16<Int32> { SIMD16<Int32>(truncatingIfNeeded: self) }
  /// Without signs: many processors know only that.
  @inline(__always)
  func larger(_ other: Self) -> Self {
    let (a, b) = (SIMD16<UInt8>(truncatingIfNeeded: self), SIMD16<UInt8>(truncatingIfNeeded: other))
    return Self(truncatingIfNeeded: a.replacing(with: b, where: a .< b))
  }
  @inline(__always)
  var anyNegative: Int {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    return (halves.x | halves.y) & 0x8080_8080_8080_8080 == 0 ? 0 : 1
  }
}

/// The departures of several origins, or of one with at most one, two, three … rides.
struct VectorCounts<Vector: CountVector>: DepartureCounts {
  typealias Groups = Vector.Groups

  private var lanes: Vector

  static var laneCount: Int { Vector.scalarCount }
  static var most: Int { Int(Vector.Scalar.max) }
  static var none: Self { Self(lanes: Vector(repeating: 0)) }
  static var noGroups: Groups { Groups(repeating: 0) }

  @inline(__always)
  private static var signShift: Vector {
    Vector(repeating: Vector.Scalar(Vector.Scalar.bitWidth - 1))
  }

  subscript(lane: Int) -> Int {
    @inline(__always) get { Int(lanes[lane]) }
    @inline(__always) set { lanes[lane] = Vector.Scalar(newValue) }
  }

  @inline(__always)
  func larger(_ other: Self) -> Self {
    Self(lanes: lanes.larger(other.lanes))
  }

  @inline(__always)
  func isLess(_ other: Self) -> Int { (lanes &- other.lanes).anyNegative }

  @inline(__always)
  func masked(_ mask: Int16) -> Self {
    Self(lanes: lanes & Vector(repeating: Vector.Scalar(truncatingIfNeeded: mask)))
  }

  @inline(__always)
  func afterChange() -> Self {
    var moved = Vector(repeating: 0)
    for lane in 1..<Vector.scalarCount { moved[lane] = lanes[lane - 1] }
    return Self(lanes: moved)
  }

  @inline(__always)
  func chosen(where mask: Self, else other: Self) -> Self {
    Self(lanes: other.lanes ^ ((lanes ^ other.lanes) & mask.lanes))
  }

  @inline(__always)
  func joined(_ other: Self) -> Self { Self(lanes: lanes | other.lanes) }

  @inline(__always)
  static func mask(_ groups: Groups, are group: Int32) -> Self {
    // A number and its negative have no sign in common only if it is 0.
    let difference = groups ^ Groups(repeating: group)
    let isOther = (difference | (0 &- difference)) &>> Groups(repeating: 31)
    return Self(lanes: ~Vector(masking: isOther))
  }

  @inline(__always)
  func maskOfLess(_ other: Self) -> Self {
    Self(lanes: (lanes &- other.lanes) &>> Self.signShift)
  }

  @inline(__always)
  static func set(_ groups: inout Groups, to group: Int32, where mask: Self) {
    groups ^= (groups ^ Groups(repeating: group)) & mask.lanes.groupMask
  }
}

/// Sixteen lanes, of windows of at most 127 departures.
typealias SixteenCounts = VectorCounts<SIMD16<Int8>>
typealias EightCounts = VectorCounts<SIMD8<Int16>>
/// Twice as many lanes, in two vectors.
typealias ThirtyTwoCounts = PairedCounts<SixteenCounts>
