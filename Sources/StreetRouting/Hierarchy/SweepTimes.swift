/// Times of one search or of several side by side.
protocol SweepTimes: BitwiseCopyable, Sendable {
  static var lanes: Int { get }
  static var unreachable: Self { get }
  subscript(lane lane: Int) -> Int32 { get set }
  /// The lesser of the times and others that are `milliseconds` later.
  func lesser(_ others: Self, later milliseconds: Int32) -> Self
}

extension Int32: SweepTimes {
  static var lanes: Int { 1 }
  static var unreachable: Int32 { HierarchyWeights.unreachable }

  subscript(lane lane: Int) -> Int32 {
    get { self }
    set { self = newValue }
  }

  @inline(__always)
  func lesser(_ others: Int32, later milliseconds: Int32) -> Int32 {
    Swift.min(self, others &+ milliseconds)
  }
}

extension SIMD16<Int32>: SweepTimes {
  static var lanes: Int { scalarCount }
  static var unreachable: SIMD16<Int32> { SIMD16(repeating: HierarchyWeights.unreachable) }

  subscript(lane lane: Int) -> Int32 {
    get { self[lane] }
    set { self[lane] = newValue }
  }

  @inline(__always)
  func lesser(_ others: SIMD16<Int32>, later milliseconds: Int32) -> SIMD16<Int32> {
    // Times are at least 0 and at most `unreachable`, so that no difference overflows; a
    // lanewise minimum of signed integers is no instruction of plain x86-64.
    let difference = others &+ SIMD16(repeating: milliseconds) &- self
    return self &+ (difference & (difference &>> 31))
  }
}
