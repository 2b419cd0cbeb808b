import Geography
import OpenStreetMap
import Routing
import StreetRouting
import TestSupport
import Testing

@testable import Candidates

@Suite struct SeparationTests {
  /// The definition, in the square of the number of candidates.
  private func naive(
    _ candidates: [Candidate], apart: Double, _ walking: any TravelModel
  ) -> [Candidate] {
    let limit = Int((apart / (4.8 / 3.6)).rounded(.up))
    var kept: [Candidate] = []
    for candidate in candidates {
      let isNear = kept.contains { other in
        let (a, b) = (candidate.coordinate, other.coordinate)
        return walking.time(from: a, to: b, limitSeconds: limit) != nil
          || walking.time(from: b, to: a, limitSeconds: limit) != nil
      }
      if !isNear { kept.append(candidate) }
    }
    return kept
  }

  private func random(_ count: Int, meters: Double, seed: UInt64) -> [Candidate] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      candidate(
        "\(number)",
        place(
          east: .random(in: 0...meters, using: &random),
          north: -.random(in: 0...meters, using: &random)))
    }
  }

  /// Six streets of 330 m with a gap, 110 m apart, joined at some crossings only.
  private func streets() throws -> any TravelModel {
    let map = """
      a---------b---------c---------d
      .
      .
      .
      .
      .
      .
      .
      .
      .
      e---------f---------g---------h
      .
      .
      .
      .
      .
      .
      .
      .
      .
      i---------j---------k---------l

      abcd: highway=residential
      ef: highway=residential
      gh: highway=residential
      ijkl: highway=residential
      ae: highway=footway
      ei: highway=residential
      dh: highway=residential
      fj: highway=steps
      """
    return StreetPaths(try StreetMap(map).build().graph)
      .travel(.walk, speedKilometersPerHour: 4.8)
  }

  @Test("what stays is what the definition keeps, in a straight line", arguments: 0..<10)
  func straightLines(seed: UInt64) {
    let all = random(300, meters: 2000, seed: seed)
    for apart in [50.0, 200, 700] {
      let separation = Separation(all, apartMeters: apart, walking: StraightLineTravel())
      #expect(separation.kept == naive(all, apart: apart, StraightLineTravel()))
      #expect(separation.kept.count + separation.droppedCount == all.count)
      #expect(separation.straightLineCount == separation.droppedCount)
      #expect(separation.droppedCount > 0)
    }
  }

  @Test("what stays is what the definition keeps, along streets", arguments: 0..<4)
  func alongStreets(seed: UInt64) throws {
    let walking = try streets()
    let all = random(60, meters: 330, seed: seed)
    for apart in [40.0, 100, 250] {
      let separation = Separation(all, apartMeters: apart, walking: walking)
      #expect(separation.kept == naive(all, apart: apart, walking))
      #expect(separation.droppedCount > 0)
    }
  }

  @Test("no two that stay are nearer than asked", arguments: 0..<5)
  func pairs(seed: UInt64) {
    let kept = Separation(
      random(400, meters: 3000, seed: seed), apartMeters: 260, walking: StraightLineTravel()
    ).kept
    for (position, a) in kept.enumerated() {
      for b in kept.dropFirst(position + 1) {
        #expect(a.coordinate.distanceMeters(to: b.coordinate) * 1.3 >= 260)
      }
    }
  }

  /// Two streets 100 m apart along a river, with a bridge 1 km away: 2,100 m on foot, 130 m by the
  /// straight line × 1.3. Points a metre from the ends, so that both are joined with their street.
  @Test func aRiverKeepsWhatAStraightLineWouldDrop() throws {
    let bank = String(repeating: "-", count: 89)
    let river = String(repeating: ".\n", count: 8)
    let map =
      "a\(bank)b\n" + river + "c\(bank)d\n\nab: highway=residential\ncd: highway=residential\n"
      + "bd: highway=residential\n"
    let walking = StreetPaths(try StreetMap(map).build().graph)
      .travel(.walk, speedKilometersPerHour: 4.8)
    let ends = [candidate("a", place(east: 1)), candidate("c", place(east: 1, north: -100.08))]
    #expect(abs(ends[0].coordinate.distanceMeters(to: ends[1].coordinate) - 100) < 0.2)
    let seconds = walking.seconds(
      from: ends[0].coordinate, to: ends[1].coordinate, limitSeconds: 3600)
    // 2 × 1,000.8 − 2 + 100.1 = 2,099.7 m at 1.333 m/s
    #expect(seconds == 1575)
    #expect(Separation(ends, apartMeters: 200, walking: walking).kept.count == 2)
    #expect(
      Separation(ends, apartMeters: 200, walking: StraightLineTravel()).kept.map(\.id) == ["a"])
  }

  /// 100 m × 1.3 = 130 m are 97.5, so 98 s; 131 m are 98.25, so 99 s, and 128 m are 96 s.
  @Test func theDistanceItselfIsRoundedToASecond() {
    let two = [candidate("a", place(east: 0)), candidate("b", place(east: 100))]
    let straight = StraightLineTravel()
    #expect(Separation(two, apartMeters: 131, walking: straight).kept.count == 1)
    #expect(Separation(two, apartMeters: 128, walking: straight).kept.count == 2)
    #expect(Separation(two, apartMeters: 0, walking: straight).kept.count == 2)
    let same = [two[0], candidate("c", place(east: 0))]
    #expect(Separation(same, apartMeters: 10, walking: straight).kept.map(\.id) == ["a"])
    #expect(Separation(same, apartMeters: 0, walking: straight).droppedCount == 0)
  }
}
