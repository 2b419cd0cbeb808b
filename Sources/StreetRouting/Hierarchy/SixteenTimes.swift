/// Sixteen times side by side.
///
/// Plain x86-64 has no minimum of 32-bit integers but one of floats, and floats above zero are
/// ordered as their bits are. Times are stored as bits of normal floats, so that no setting of
/// the processor for subnormal ones can touch them.
struct SixteenTimes: BitwiseCopyable, Sendable {
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

  /// The lesser of the times and others that are `milliseconds` later.
  @inline(__always)
  func lesser(_ others: SixteenTimes, later milliseconds: Int32) -> SixteenTimes {
    let later = others.bits &+ SIMD16(repeating: milliseconds)
    let floats = unsafeBitCast(bits, to: SIMD16<Float>.self)
    let laterFloats = unsafeBitCast(later, to: SIMD16<Float>.self)
    let least = floats.replacing(with: laterFloats, where: laterFloats .< floats)
    return SixteenTimes(bits: unsafeBitCast(least, to: SIMD16<Int32>.self))
  }
}
