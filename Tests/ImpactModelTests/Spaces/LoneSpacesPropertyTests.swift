import Foundation
import ImpactModel
import TestSupport
import Testing

/// Lone spaces against the whole model with that one space, on made-up inputs.
@Suite struct LoneSpacesPropertyTests {
  @Test func withoutDaysAtHomeTheEffectsAreThoseOfTheModelWithOneSpace() throws {
    var gaining = 0
    for seed in 0..<200 {
      var made = RandomInputs(seed: UInt64(seed))
      made.hasDaysAtHome = false
      let (inputs, candidates) = (made.inputs(), made.candidates())
      for (position, space) in candidates.spaces.enumerated() {
        let lone = LoneSpaces(inputs).evaluate(space, candidates.skims, position) {
          made.mayUse[$0]
        }
        let whole = made.whole(inputs, space, candidates.skims, position).evaluate()
        try expectEqual(
          lone.effects, whole.effects, against: nil, "seed \(seed), space \(position)")
        if lone.effects.siteDaysPerYear > 0 { gaining += 1 }
      }
    }
    #expect(gaining > 200)
  }

  @Test func withDaysAtHomeAndCapsTheEffectsAreThoseAgainstThePolicyWithoutSpaces() throws {
    var (gaining, capped) = (0, 0)
    for seed in 1000..<1200 {
      var made = RandomInputs(seed: UInt64(seed))
      let (inputs, candidates) = (made.inputs(), made.candidates())
      for (position, space) in candidates.spaces.enumerated() {
        let lone = LoneSpaces(inputs).evaluate(space, candidates.skims, position) {
          made.mayUse[$0]
        }
        var whole = made.whole(inputs, space, candidates.skims, position)
        let with = whole.evaluate()
        for group in whole.groups.indices { whole.groups[group].sites = [] }
        let without = whole.evaluate()
        try expectEqual(
          lone.effects, with.effects, against: without.effects, "seed \(seed), space \(position)")
        if lone.effects.siteDaysPerYear > 0 { gaining += 1 }
        if without.days.keptAtHome > 0 { capped += 1 }
      }
    }
    #expect(gaining > 200)
    #expect(capped > 50)
  }

  @Test func moreSeatsNeverSaveFewerHours() {
    var more = 0
    for seed in 2000..<2200 {
      var made = RandomInputs(seed: UInt64(seed))
      // Where the nearest is chosen by time alone, and who finds no seat is in the office.
      made.isPlain = true
      let (inputs, candidates) = (made.inputs(), made.candidates())
      let lone = LoneSpaces(inputs)
      var space = candidates.spaces[0]
      let hours = [0.0, 0.5, 1, 3, 10, 40, 1000, nil].map { seats -> Double in
        space.seatsPerDay = seats
        space.floorAreaSquareMeters = nil
        return lone.evaluate(space, candidates.skims, 0) { made.mayUse[$0] }.effects.hoursPerYear
      }
      for (fewer, next) in zip(hours, hours.dropFirst()) {
        #expect(next >= fewer - 1e-9 * max(1, fewer), "seed \(seed): \(hours)")
      }
      if hours[7] > hours[2], hours[2] > 0 { more += 1 }
    }
    #expect(more > 50)
  }

  /// Every figure of one is that of another, less that of a third.
  private func expectEqual(
    _ lone: Effects, _ whole: Effects, against base: Effects?, _ place: Comment
  ) throws {
    #expect(isClose(lone.people, whole.people), place)
    #expect(isClose(lone.peopleNotCounted, whole.peopleNotCounted), place)
    let (lone, whole) = (try figures(lone), try figures(whole))
    let base = try base.map(figures)
    #expect(lone.keys == whole.keys, place)
    for (name, value) in whole {
      let expected = value - (base?[name] ?? 0)
      // Of the difference of two large numbers the last digits are noise.
      #expect(
        abs((lone[name] ?? .nan) - expected) <= 1e-9 * max(1, abs(value), abs(base?[name] ?? 0)),
        "\(name) \(lone[name] ?? .nan), not \(expected); \(place)")
    }
  }

  private func figures(_ effects: Effects) throws -> [String: Double] {
    var effects = effects
    (effects.people, effects.peopleNotCounted) = (0, 0)
    return try JSONDecoder().decode(
      [String: Double].self, from: JSONEncoder().encode(effects))
  }
}
