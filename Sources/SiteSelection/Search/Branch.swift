/// A part of all selections: some sites are open, some may be, the others are not.
struct Branch {
  /// Rising, with the fixed ones.
  var open: [Int]
  /// Rising.
  var free: [Int]
  /// Multipliers of the rows, the best so far.
  var prices: [Double]
  /// No selection of the branch is worth more.
  var bound = Double.infinity
  /// Of the free ones that the bound chose, the one worth most.
  var next: Int?
}
