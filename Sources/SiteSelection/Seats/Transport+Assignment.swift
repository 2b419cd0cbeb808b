extension Transport {
  /// What was found, with the prices of rows that go with those of seats.
  func assignment() -> Assignment {
    var result = Assignment(
      open: open, value: 0, rowPrices: outside.benefits,
      seatPrices: [Double](repeating: 0, count: open.count), shares: [],
      pairsSeen: pairsSeen)
    for place in limited.indices {
      for row in 0..<rowCount {
        result.rowPrices[row] = max(
          result.rowPrices[row], gain[row * limited.count + place] - price[place])
      }
    }
    for row in 0..<rowCount { appendShares(of: row, &result) }
    for (position, site) in open.enumerated() where problem.seats[site] == 0 {
      result.seatPrices[position] = problem.seatPrice(site, result.rowPrices)
    }
    for (place, position) in limited.enumerated() { result.seatPrices[position] = price[place] }
    return result
  }

  private func appendShares(of row: Int, _ result: inout Assignment) {
    var rest = problem.amounts[row]
    for (place, position) in limited.enumerated() {
      let amount = share[place * rowCount + row]
      guard amount > 0 else { continue }
      rest -= amount
      result.value += amount * gain[row * limited.count + place]
      result.shares.append(.init(row: row, position: position, amount: amount))
    }
    // What the subtractions leave of nothing is not a share.
    guard rest > 1e-12 * problem.amounts[row], outside.positions[row] >= 0 else { return }
    result.value += rest * outside.benefits[row]
    result.shares.append(.init(row: row, position: outside.positions[row], amount: rest))
  }
}
