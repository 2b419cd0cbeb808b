extension StreetGraph {
  /// Which of `names` carry a number of OpenStreetMap's `ref` or `int_ref`, such as `R0`: the numbers
  /// stand before the name, joined by `;`, as in `E19;E40;R0 Ring`.
  public func namesCarry(_ number: String) -> [Bool] {
    names.map { name in
      name.prefix { $0 != " " }.split(separator: ";").contains { $0 == number }
    }
  }
}
