extension Calibration {
  /// Where the search is: shares and derivatives at some constants.
  struct State {
    var constantsEuro: ByMainMode<Double>
    var shares = ByMainMode(repeating: 0.0)
    /// Mean inclusive cost − Σ target × constant, in euro: what is to be as large as possible.
    var objective = 0.0
    /// Its derivatives by the constants that are fitted: share − target.
    var gradient: [Double]
    /// Minus its second derivatives: how much a share falls with a constant. Positive
    /// semidefinite, because the objective is concave.
    var curvature: [[Double]]
  }

  func state(at constants: ByMainMode<Double>, _ targets: CalibrationTargets) -> State {
    var logit = logit
    logit.constantsEuro = constants
    let fitted = targets.fitted
    let row = Array(repeating: 0.0, count: fitted.count)
    var state = State(
      constantsEuro: constants, gradient: row,
      curvature: Array(repeating: row, count: fitted.count))
    for commuter in commuters {
      let choice = logit.mainModes(costs: commuter.costs)
      state.objective += commuter.weight * choice.cost
      for mode in MainMode.allCases { state.shares[mode] += commuter.weight * choice.shares[mode] }
      for (one, mode) in fitted.enumerated() {
        for (other, by) in fitted.enumerated() {
          state.curvature[one][other] += commuter.weight * logit.fall(of: mode, by: by, choice)
        }
      }
    }
    for (position, mode) in fitted.enumerated() {
      let target = targets.shares[mode] ?? 0
      state.objective -= target * constants[mode]
      state.gradient[position] = state.shares[mode] - target
    }
    return state
  }

  /// One step of Newton's method, shortened until the objective rises by a part of what its slope
  /// promises (Armijo).
  func next(after state: State, _ targets: CalibrationTargets) -> State {
    // Where hardly anybody has a choice the curvature is near 0: there the slope is followed, and no
    // step is longer than a change of the odds by e¹⁰.
    let longest = 10 / logit.scalePerEuro
    var matrix = state.curvature
    for position in matrix.indices { matrix[position][position] += 1e-9 * logit.scalePerEuro }
    var step = solve(matrix, state.gradient)
    let length = step.map(abs).max() ?? 0
    if length > longest { step = step.map { $0 * longest / length } }
    let slope = zip(step, state.gradient).reduce(0) { $0 + $1.0 * $1.1 }
    // Differences of the objective below this are rounding.
    let slack = 1e-13 * abs(state.objective)
    var share = 1.0
    while true {
      var constants = state.constantsEuro
      for (mode, change) in zip(targets.fitted, step) { constants[mode] += share * change }
      let next = self.state(at: constants, targets)
      if next.objective >= state.objective + 1e-4 * share * slope - slack || share < 1e-6 {
        return next
      }
      share /= 2
    }
  }
}

extension NestedLogit {
  /// How much the share of a main mode falls with each euro on another, or the same.
  fileprivate func fall(
    of mode: MainMode, by other: MainMode, _ choice: MainModeShares
  ) -> Double {
    let own = mode == other ? choice.shares[mode] / nestParameter : 0
    let nest =
      mode.isInNest(of: other)
      ? (1 - 1 / nestParameter) * choice.shares[mode] * choice.sharesInNest[other] : 0
    return scalePerEuro * (own + nest - choice.shares[mode] * choice.shares[other])
  }
}

/// Solves a few linear equations by elimination with the largest pivot.
private func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
  var rows = zip(matrix, right).map { $0 + [$1] }
  let count = rows.count
  for column in 0..<count {
    let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
    rows.swapAt(column, pivot)
    for row in 0..<count where row != column {
      let factor = rows[row][column] / rows[column][column]
      for position in column...count { rows[row][position] -= factor * rows[column][position] }
    }
  }
  return rows.indices.map { rows[$0][count] / rows[$0][$0] }
}
