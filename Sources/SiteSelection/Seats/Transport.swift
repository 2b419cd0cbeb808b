/// The transportation problem of people and seats, exact: everybody first goes where he gains most;
/// then, while a site is overfull, somebody moves along the way of least loss, possibly by pushing
/// others on, to a free seat or outside. Successive shortest paths with potentials (Edmonds & Karp
/// 1972; Tomizawa 1971) on the graph of sites, which are few, not of rows, which are many.
struct Transport {
  let problem: SelectionProblem
  let open: [Int]
  /// Positions in `open`; a place below is one in this list, and `outside` comes after the last.
  let limited: [Int]
  let outside: Outside
  let rowCount: Int
  /// Of row × place.
  var gain: [Double]
  /// Person-days, of place × row.
  var share: [Double]
  /// Seats that are free; below 0 for want of seats.
  var free: [Double]
  /// The loss from each place to the nearest free seat: at the end the price of a seat.
  var price: [Double]
  /// Of place × place: who moves. Filled once the first is full, for only then one moves on.
  var moves: [MoveHeap]
  var isFull: [Bool]
  /// As a measure of work.
  var pairsSeen: Int

  init(_ problem: SelectionProblem, open: [Int], limited: [Int], outside: Outside) {
    self.problem = problem
    self.open = open
    self.limited = limited
    self.outside = outside
    rowCount = problem.amounts.count
    gain = [Double](repeating: 0, count: limited.count * rowCount)
    share = gain
    free = limited.map { problem.seats[open[$0]] ?? .infinity }
    price = [Double](repeating: 0, count: limited.count + 1)
    moves = [MoveHeap](repeating: MoveHeap(), count: limited.count * (limited.count + 1))
    isFull = [Bool](repeating: false, count: limited.count)
    pairsSeen = limited.count * rowCount
    for (place, position) in limited.enumerated() {
      for pair in problem.benefits.pairs(of: open[position]) {
        gain[Int(problem.benefits.rows[pair]) * limited.count + place] = Double(
          problem.benefits.benefits[pair])
      }
    }
  }

  private var outsidePlace: Int { limited.count }

  mutating func solve() {
    assignBest()
    raisePrices(rounds: 12)
    var search = PathSearch(placeCount: limited.count + 1)
    for place in limited.indices where free[place] <= 0 { fill(place) }
    for place in limited.indices {
      while isOverfull(place) {
        findPaths(&search)
        push(from: place, along: search.next)
      }
    }
  }

  /// A part in 10¹² too many is rounding.
  func isOverfull(_ place: Int) -> Bool {
    free[place] < -1e-12 * (problem.seats[open[limited[place]]] ?? 1)
  }

  private mutating func assignBest() {
    for row in 0..<rowCount {
      var best = outside.benefits[row]
      var bestPlace = -1
      for place in limited.indices where gain[row * limited.count + place] > best {
        best = gain[row * limited.count + place]
        bestPlace = place
      }
      guard bestPlace >= 0 else { continue }
      share[bestPlace * rowCount + row] = problem.amounts[row]
      free[bestPlace] -= problem.amounts[row]
    }
  }

  /// What a person-day of a row loses by a move; `nil` where it would do better outside.
  private func loss(_ row: Int, from place: Int, to other: Int) -> Double? {
    let here = gain[row * limited.count + place]
    if other == outsidePlace { return here - outside.benefits[row] }
    let there = gain[row * limited.count + other]
    return there > outside.benefits[row] ? here - there : nil
  }

  /// From now on people may be pushed on from a place.
  private mutating func fill(_ place: Int) {
    isFull[place] = true
    pairsSeen += limited.count * rowCount
    var lists = [[MoveHeap.Move]](repeating: [], count: limited.count + 1)
    for row in 0..<rowCount where share[place * rowCount + row] > 0 {
      for other in lists.indices where other != place {
        guard let loss = loss(row, from: place, to: other) else { continue }
        lists[other].append(.init(loss: loss, row: Int32(row)))
      }
    }
    for (other, list) in lists.enumerated() { moves[place * lists.count + other] = MoveHeap(list) }
  }

  private mutating func bestMove(from place: Int, to other: Int) -> MoveHeap.Move? {
    let heap = place * (limited.count + 1) + other
    while let move = moves[heap].first {
      if share[place * rowCount + Int(move.row)] > 0 { return move }
      moves[heap].removeFirst()
    }
    return nil
  }

  /// Dijkstra backward from all free seats; prices keep every reduced loss from 0 up.
  private mutating func findPaths(_ search: inout PathSearch) {
    pairsSeen += limited.count * limited.count
    search.begin { $0 == outsidePlace || !isFull[$0] }
    while let place = search.settleNearest() {
      for from in limited.indices where isFull[from] && !search.isSettled[from] {
        guard let move = bestMove(from: from, to: place) else { continue }
        search.offer(from, via: place, max(0, move.loss + price[place] - price[from]))
      }
    }
    for place in limited.indices where search.distance[place].isFinite {
      price[place] += search.distance[place]
    }
  }

  private mutating func push(from start: Int, along next: [Int]) {
    var amount = -free[start]
    var path: [(from: Int, to: Int, row: Int)] = []
    var place = start
    while place != outsidePlace, isFull[place] {
      guard let move = bestMove(from: place, to: next[place]) else { break }
      path.append((place, next[place], Int(move.row)))
      amount = min(amount, share[place * rowCount + Int(move.row)])
      place = next[place]
    }
    if place != outsidePlace { amount = min(amount, free[place]) }
    for step in path { move(amount, of: step.row, from: step.from, to: step.to) }
    free[start] += amount
    guard place != outsidePlace else { return }
    free[place] -= amount
    if free[place] <= 0 { fill(place) }
  }

  private mutating func move(_ amount: Double, of row: Int, from place: Int, to other: Int) {
    share[place * rowCount + row] -= amount
    guard other != outsidePlace else { return }
    let wasThere = share[other * rowCount + row] > 0
    share[other * rowCount + row] += amount
    guard isFull[other], !wasThere else { return }
    for further in 0...limited.count where further != other {
      guard let loss = loss(row, from: other, to: further) else { continue }
      moves[other * (limited.count + 1) + further].insert(.init(loss: loss, row: Int32(row)))
    }
  }
}
