/// A time in a lane of a vector, with what generic code would compile lane by lane.
protocol ProfileLabel: FixedWidthInteger, SignedInteger, SIMDScalar, Sendable {
  /// The smaller one in each lane.
  static func smaller(_ a: SIMD8<Self>, _ b: SIMD8<Self>) -> SIMD8<Self>
  /// 1 in the lanes that are not larger, 0 in others.
  static func onesWhereNoLonger(_ a: SIMD8<Self>, _ b: SIMD8<Self>) -> SIMD8<Self>
}

extension Int16: ProfileLabel {
  @inline(__always)
  static func smaller(_ a: SIMD8<Int16>, _ b: SIMD8<Int16>) -> SIMD8<Int16> { pointwiseMin(a, b) }

  @inline(__always)
  static func onesWhereNoLonger(_ a: SIMD8<Int16>, _ b: SIMD8<Int16>) -> SIMD8<Int16> {
    SIMD8(repeating: 0).replacing(with: 1, where: a .<= b)
  }
}

extension Int32: ProfileLabel {
  @inline(__always)
  static func smaller(_ a: SIMD8<Int32>, _ b: SIMD8<Int32>) -> SIMD8<Int32> { pointwiseMin(a, b) }

  @inline(__always)
  static func onesWhereNoLonger(_ a: SIMD8<Int32>, _ b: SIMD8<Int32>) -> SIMD8<Int32> {
    SIMD8(repeating: 0).replacing(with: 1, where: a .<= b)
  }
}
