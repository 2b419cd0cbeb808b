extension Transport {
  /// Raises the prices of overfull places one after the other, each until who is left just fits: an
  /// auction with exact steps (Demange, Gale & Sotomayor 1986). Prices only rise and stay below the
  /// final ones, everybody is where he gains most at these prices, and what has a price is full: so
  /// the exact search can go on from here. Most of the way is done by the first rounds.
  mutating func raisePrices(rounds: Int) {
    for _ in 0..<rounds {
      var wasOverfull = false
      for place in limited.indices where isOverfull(place) {
        wasOverfull = true
        raise(place)
      }
      guard wasOverfull else { return }
    }
  }

  /// The people who lose least leave the place, and the price rises to the loss of the last one.
  private mutating func raise(_ place: Int) {
    var leaving: [(loss: Double, row: Int, to: Int)] = []
    for row in 0..<rowCount where share[place * rowCount + row] > 0 {
      let other = bestElse(row, than: place)
      leaving.append(
        (gain[row * limited.count + place] - price[place] - other.gain, row, other.place))
    }
    pairsSeen += rowCount + leaving.count * limited.count
    leaving.sort { ($0.loss, $0.row) < ($1.loss, $1.row) }
    var rise = 0.0
    for (loss, row, other) in leaving where free[place] < 0 {
      let amount = min(-free[place], share[place * rowCount + row])
      share[place * rowCount + row] -= amount
      free[place] += amount
      rise = max(rise, loss)
      guard other != limited.count else { continue }
      share[other * rowCount + row] += amount
      free[other] -= amount
    }
    price[place] += rise
  }

  /// The next best place of a row at the current prices; of equal ones outside, then the first.
  private func bestElse(_ row: Int, than place: Int) -> (gain: Double, place: Int) {
    var best = (gain: outside.benefits[row], place: limited.count)
    for other in limited.indices where other != place {
      let value = gain[row * limited.count + other] - price[other]
      if value > best.gain { best = (value, other) }
    }
    return best
  }
}
