/// People over open sites so that the total is greatest, with the prices that prove it.
struct Assignment: Sendable {
  struct Share: Sendable, Equatable {
    var row: Int
    /// In `open`.
    var position: Int
    var amount: Double
  }

  /// In the order of the list.
  var open: [Int]
  /// The sum of amount × benefit.
  var value: Double
  /// What a person-day of each row gains, less the price of its seat: the dual of the row.
  var rowPrices: [Double]
  /// What a seat is worth at each open site: the dual of its seats.
  var seatPrices: [Double]
  var shares: [Share]
  /// Pairs of site and row that were looked at, as a measure of work.
  var pairsSeen: Int
}

extension SelectionProblem {
  /// - Parameter open: rising.
  func assign(to open: [Int]) -> Assignment {
    var outside = Outside(rowCount: amounts.count)
    var limited: [Int] = []
    for (position, site) in open.enumerated() {
      if let seats = seats[site] {
        if seats > 0 { limited.append(position) }
      } else {
        outside.offer(position, site, benefits)
      }
    }
    guard !limited.isEmpty else { return unlimited(open, outside) }
    var transport = Transport(self, open: open, limited: limited, outside: outside)
    transport.solve()
    return transport.assignment()
  }

  private func unlimited(_ open: [Int], _ outside: Outside) -> Assignment {
    var value = 0.0
    var shares: [Assignment.Share] = []
    for row in amounts.indices where outside.positions[row] >= 0 {
      value += amounts[row] * outside.benefits[row]
      shares.append(.init(row: row, position: outside.positions[row], amount: amounts[row]))
    }
    return Assignment(
      open: open, value: value, rowPrices: outside.benefits,
      seatPrices: open.map { seats[$0] == nil ? 0 : seatPrice($0, outside.benefits) },
      shares: shares, pairsSeen: amounts.count)
  }

  /// The most that a first seat at a site without any could bring.
  func seatPrice(_ site: Int, _ rowPrices: [Double]) -> Double {
    benefits.pairs(of: site).reduce(0) {
      max($0, Double(benefits.benefits[$1]) - rowPrices[Int(benefits.rows[$1])])
    }
  }
}

/// The best that is to be had without a limit: a site with room for all, or to stay.
struct Outside {
  var benefits: [Double]
  /// Of the site among the open ones; -1 to stay.
  var positions: [Int]

  init(rowCount: Int) {
    benefits = [Double](repeating: 0, count: rowCount)
    positions = [Int](repeating: -1, count: rowCount)
  }

  mutating func offer(_ position: Int, _ site: Int, _ table: BenefitTable) {
    for pair in table.pairs(of: site) {
      let (row, benefit) = (Int(table.rows[pair]), Double(table.benefits[pair]))
      if benefit > benefits[row] {
        benefits[row] = benefit
        positions[row] = position
      }
    }
  }
}
