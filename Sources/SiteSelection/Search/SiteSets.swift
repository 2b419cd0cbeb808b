/// Sets of open sites are rising lists, so that sums over them have one order.
extension [Int] {
  func inserting(_ site: Int) -> [Int] {
    var copy = self
    copy.insert(site, at: firstIndex { $0 > site } ?? count)
    return copy
  }

  func removing(_ site: Int) -> [Int] { filter { $0 != site } }
}

extension SelectionProblem {
  /// Better by more than rounding.
  static func isBetter(_ value: Double, than other: Double) -> Bool {
    value > other + 1e-11 * abs(other)
  }
}
