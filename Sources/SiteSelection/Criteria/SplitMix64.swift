/// Repeatable random numbers (Steele, Lea & Flood, Fast splittable pseudorandom number generators,
/// OOPSLA 2014).
struct SplitMix64 {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0, included, to 1, excluded.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// 1 cut at random places into `count` parts: uniform on the simplex, Dirichlet(1, …, 1) (Devroye,
  /// Non-uniform random variate generation, 1986, V.2).
  mutating func division(into count: Int) -> [Double] {
    let cuts = (1..<max(1, count)).map { _ in uniform() }.sorted() + [1]
    return zip(cuts, [0] + cuts).map { $0 - $1 }
  }
}
