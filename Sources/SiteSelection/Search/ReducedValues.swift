/// What each site is worth beside given prices of rows: the people who gain more there than their
/// price, the best first, until the seats are taken (a fractional knapsack, Dantzig 1957).
///
/// ρ(s) = max Σ amount × (benefit − price) × x, 0 ≤ x ≤ 1, Σ amount × x ≤ seats.
///
/// With the prices of an assignment, ρ(s) is the most that opening s can add to it, and exactly what
/// it adds where no seats are short; with any prices Σ amount × price + Σ ρ is a bound.
struct ReducedValues {
  private let problem: SelectionProblem
  /// Those of a site that gain; only the first `count` count.
  private var items: [Item]
  private var count = 0

  struct Item {
    var gain: Double
    var row: Int32
    var amount: Double
  }

  init(_ problem: SelectionProblem) {
    self.problem = problem
    items = [Item](repeating: Item(gain: 0, row: 0, amount: 0), count: problem.amounts.count)
  }

  mutating func value(of site: Int, _ prices: [Double]) -> Double {
    guard let seats = problem.seats[site] else { return unlimitedValue(of: site, prices) }
    guard seats > 0 else { return 0 }
    let wanted = collect(site, prices)
    if wanted <= seats { return items[..<count].reduce(0) { $0 + $1.amount * $1.gain } }
    let full = takeBest(seats)
    var (sum, rest) = (0.0, seats)
    for item in items[..<full] {
      sum += item.amount * item.gain
      rest -= item.amount
    }
    return full < count ? sum + max(0, rest) * items[full].gain : sum
  }

  /// Adds to `used` the share of each row that goes to the site, times `weight`.
  mutating func use(_ site: Int, _ prices: [Double], weight: Double, _ used: inout [Double]) {
    let seats = problem.seats[site] ?? .infinity
    guard seats > 0 else { return }
    let full = collect(site, prices) <= seats ? count : takeBest(seats)
    var rest = seats
    for item in items[..<full] {
      used[Int(item.row)] += weight
      rest -= item.amount
    }
    guard full < count else { return }
    used[Int(items[full].row)] += weight * max(0, rest) / items[full].amount
  }

  private func unlimitedValue(of site: Int, _ prices: [Double]) -> Double {
    let (rows, benefits) = (problem.benefits.rows.span, problem.benefits.benefits.span)
    let (amounts, prices) = (problem.amounts.span, prices.span)
    var sum = 0.0
    for pair in problem.benefits.pairs(of: site) {
      let row = Int(rows[pair])
      sum += amounts[row] * max(0, Double(benefits[pair]) - prices[row])
    }
    return sum
  }

  /// Lists the rows that gain; how many seats they would take.
  private mutating func collect(_ site: Int, _ prices: [Double]) -> Double {
    let problem = problem
    var items = items.mutableSpan
    var found = 0
    let (rows, benefits) = (problem.benefits.rows.span, problem.benefits.benefits.span)
    let (amounts, prices) = (problem.amounts.span, prices.span)
    var wanted = 0.0
    for pair in problem.benefits.pairs(of: site) {
      let row = Int(rows[pair])
      let gain = Double(benefits[pair]) - prices[row]
      guard gain > 0 else { continue }
      items[found] = Item(gain: gain, row: Int32(row), amount: amounts[row])
      found += 1
      wanted += amounts[row]
    }
    count = found
    return wanted
  }

  /// Moves the rows that are served in full to the front, and after them the one that gets the rest:
  /// a quickselect by weight, linear in the mean (Balas & Zemel 1980).
  ///
  /// - Returns: how many are served in full.
  private mutating func takeBest(_ seats: Double) -> Int {
    var (low, high, rest) = (0, count, seats)
    var items = items.mutableSpan
    while low < high {
      // The pivot goes first, the better ones after it, and it is put after the last of them.
      items.swapAt(low, Self.medianOfThree(items, low, high))
      let pivot = items[low]
      var (front, amount) = (low, 0.0)
      for index in low + 1..<high where Self.isBefore(items[index], pivot) {
        amount += items[index].amount
        front += 1
        items.swapAt(index, front)
      }
      items.swapAt(low, front)
      if amount > rest {
        high = front
      } else if amount + pivot.amount > rest {
        return front
      } else {
        rest -= amount + pivot.amount
        low = front + 1
      }
    }
    return low
  }

  private static func medianOfThree(_ items: borrowing MutableSpan<Item>, _ low: Int, _ high: Int)
    -> Int
  {
    let (a, b, c) = (low, (low + high) / 2, high - 1)
    if isBefore(items[a], items[b]) == isBefore(items[b], items[c]) { return b }
    return isBefore(items[a], items[b]) == isBefore(items[a], items[c]) ? c : a
  }

  private static func isBefore(_ a: Item, _ b: Item) -> Bool {
    a.gain > b.gain || a.gain == b.gain && a.row < b.row
  }
}
