/// Which sites to open if each had a value of its own: a knapsack with a number and a budget, with
/// fractions allowed, so that its value is a bound.
///
/// The budget goes into the objective with a price μ; for each μ the best sites are plain to see,
/// and D(μ) = μ · budget + Σ max(0, value − μ · cost) over them is a bound. Its least value is found
/// by the lines of the sets on either side of the budget (Handler & Zang 1980).
struct SiteChoice {
  /// D(μ) at its least.
  var bound = 0.0
  /// Of each item, from 0 to 1; what the bound is made of.
  var weights: [Double]
  /// Positions that keep both limits.
  var whole: [Int] = []
  /// The least bound with an item open, by position.
  var boundWith: [Double]

  /// A set of items, and its values and costs summed.
  private struct Bundle {
    var items: [Int] = []
    var value = 0.0
    var cost = 0.0
    /// The least of the new ones where none more may be; else 0.
    var threshold = 0.0
    var price = 0.0
  }

  private let sites: [CandidateSite]
  private let values: [Double]
  private let room: Room

  init(_ sites: [CandidateSite], values: [Double], room: Room) {
    self.sites = sites
    self.values = values
    self.room = room
    weights = [Double](repeating: 0, count: sites.count)
    boundWith = weights
    solve()
  }

  private mutating func solve() {
    var dear = bundle(price: 0)
    guard dear.cost > room.budget else { return finish(dear, dear, share: 1) }
    var cheap = Bundle()
    // Each round cuts off a set; rounding could bring one back.
    for _ in 0..<100 {
      let price = (dear.value - cheap.value) / (dear.cost - cheap.cost)
      let next = bundle(price: price)
      let height = next.value + price * (room.budget - next.cost)
      let known = dear.value + price * (room.budget - dear.cost)
      if height <= known * (1 + 1e-13) || next.items == dear.items || next.items == cheap.items {
        break
      }
      if next.cost > room.budget { dear = next } else { cheap = next }
    }
    let share = (room.budget - cheap.cost) / (dear.cost - cheap.cost)
    finish(dear, cheap, share: share)
  }

  private mutating func finish(_ dear: Bundle, _ cheap: Bundle, share: Double) {
    let isMixed = dear.cost > room.budget
    let price = isMixed ? (dear.value - cheap.value) / (dear.cost - cheap.cost) : 0
    // A bound at this price whether or not the rounds came to an end.
    let last = isMixed ? bundle(price: price) : dear
    bound = isMixed ? last.value + price * (room.budget - last.cost) : last.value
    whole = isMixed ? cheap.items : dear.items
    for item in dear.items { weights[item] += share }
    if isMixed { for item in cheap.items { weights[item] += 1 - share } }
    boundEach(last, price)
  }

  /// Who comes in at the price μ takes the place of the least of the new ones.
  private mutating func boundEach(_ bundle: Bundle, _ price: Double) {
    for item in sites.indices {
      let reduced = values[item] - price * sites[item].cost
      let threshold = sites[item].kind == .closable ? 0 : bundle.threshold
      boundWith[item] = bound + min(0, reduced - threshold)
    }
  }

  private func bundle(price: Double) -> Bundle {
    var bundle = Bundle(price: price)
    var new: [(reduced: Double, item: Int)] = []
    for item in sites.indices where sites[item].cost <= room.budget {
      let reduced = values[item] - price * sites[item].cost
      guard reduced > 0 else { continue }
      if sites[item].kind == .closable {
        bundle.items.append(item)
      } else {
        new.append((reduced, item))
      }
    }
    new.sort { ($1.reduced, $0.item) < ($0.reduced, $1.item) }
    if new.count >= room.newSites, room.newSites > 0 {
      bundle.threshold = new[room.newSites - 1].reduced
    }
    bundle.items += new.prefix(max(0, room.newSites)).map(\.item)
    bundle.items.sort()
    for item in bundle.items {
      bundle.value += values[item]
      bundle.cost += sites[item].cost
    }
    return bundle
  }
}
