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

/// Sixteen times side by side.
///
/// Plain x86-64 has no minimum of 32-bit integers but one of floats, and floats above zero are
/// ordered as their bits are. Times are stored as bits of normal floats, so that no setting of
/// the processor for subnormal ones can touch them.
struct SixteenTimes: SweepTimes {
  private var bits: SIMD16<Int32>

  /// The bits of the least normal float. Two times of at most ``HierarchyWeights/unreachable``
  /// and this are below the bits of infinity.
  private static let offset: Int32 = 0x0080_0000

  static var lanes: Int { 16 }
  static var unreachable: SixteenTimes {
    SixteenTimes(bits: SIMD16(repeating: HierarchyWeights.unreachable + offset))
  }

  private init(bits: SIMD16<Int32>) {
    self.bits = bits
  }

  subscript(lane lane: Int) -> Int32 {
    get { bits[lane] - Self.offset }
    set { bits[lane] = newValue + Self.offset }
  }

  @inline(__always)
  func lesser(_ others: SixteenTimes, later milliseconds: Int32) -> SixteenTimes {
    let later = others.bits &+ SIMD16(repeating: milliseconds)
    let floats = unsafeBitCast(bits, to: SIMD16<Float>.self)
    let laterFloats = unsafeBitCast(later, to: SIMD16<Float>.self)
    let least = floats.replacing(with: laterFloats, where: laterFloats .< floats)
    return SixteenTimes(bits: unsafeBitCast(least, to: SIMD16<Int32>.self))
  }
}
