/// The state of Dijkstra's algorithm on a few places, without a heap.
struct PathSearch {
  private(set) var distance: [Double]
  /// The next place on the way to the nearest goal.
  private(set) var next: [Int]
  private(set) var isSettled: [Bool]

  init(placeCount: Int) {
    distance = [Double](repeating: .infinity, count: placeCount)
    next = [Int](repeating: -1, count: placeCount)
    isSettled = [Bool](repeating: false, count: placeCount)
  }

  mutating func begin(isGoal: (Int) -> Bool) {
    for place in distance.indices {
      distance[place] = isGoal(place) ? 0 : .infinity
      next[place] = -1
      isSettled[place] = false
    }
  }

  /// The nearest place whose way was not final yet; of equal ones the first.
  mutating func settleNearest() -> Int? {
    var nearest: Int?
    var least = Double.infinity
    for place in distance.indices where !isSettled[place] && distance[place] < least {
      least = distance[place]
      nearest = place
    }
    if let nearest { isSettled[nearest] = true }
    return nearest
  }

  mutating func offer(_ place: Int, via other: Int, _ length: Double) {
    let total = distance[other] + length
    if total < distance[place] {
      distance[place] = total
      next[place] = other
    }
  }
}
