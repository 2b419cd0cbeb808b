import Testing

@testable import StreetRouting

/// Times of links, with their arithmetic.
struct LinkTimesTests {
  private func graph(_ passage: Passage, centimeters: Int32) throws -> StreetGraph {
    try StreetGraph(
      nodes: [.init(latitude: 0, longitude: 0)], nodeBarriers: [[]],
      links: [
        StreetLink(
          from: 0, to: 0, lengthCentimeters: centimeters, roadClass: .residential,
          forward: passage, backward: passage)
      ], shapeStarts: [0, 0], shapePoints: [], names: [""], forbiddenPaths: [],
      source: StreetSource(name: ""))
  }

  @Test("a car takes the street's speed, divided by the congestion factor")
  func car() throws {
    // 123.45 m at 50 km/h: 12345 × 36 / 50 = 8888.4 ms.
    let streets = try graph(Passage(carSpeedTenths: 500, car: .yes), centimeters: 12345)
    #expect(LinkTimes(carOn: streets).milliseconds == [8888, 8888])
    // Half as long again against the link: 13332.6 ms.
    let slow = LinkTimes(carOn: streets) { $0.isBackward ? 1.5 : 1 }
    #expect(slow.milliseconds == [8888, 13333])
    // However long the congestion, 1 km/h: 12345 × 36.
    #expect(LinkTimes(carOn: streets) { _ in .infinity }.milliseconds[0] == 444_420)
    #expect(LinkTimes(carOn: streets) { _ in -1 }.milliseconds[0] == 89)
    let still = try graph(Passage(car: .yes), centimeters: 100)
    #expect(LinkTimes(carOn: still).milliseconds[0] == 3600)
  }

  @Test("steps and surfaces take their share; no time is beyond the longest one")
  func walkAndBicycle() throws {
    let passage = Passage(bicyclePercent: 80, footPercent: 50, foot: .yes, bicycle: .yes)
    let streets = try graph(passage, centimeters: 1000)
    // 10 m at 2.4 km/h: 15 s; at 12 km/h: 3 s.
    #expect(LinkTimes(streets, .walk, speedKilometersPerHour: 4.8).milliseconds[0] == 15_000)
    #expect(LinkTimes(streets, .bike, speedKilometersPerHour: 15).milliseconds[0] == 3000)
    // Pushing is never faster than riding: 10 m at 3 km/h.
    let pushed = try graph(Passage(bicyclePercent: Passage.pushed), centimeters: 1000)
    #expect(LinkTimes(pushed, .bike, speedKilometersPerHour: 3).milliseconds[0] == 12_000)
    let long = try graph(passage, centimeters: .max)
    let times = LinkTimes(long, .walk, speedKilometersPerHour: .leastNonzeroMagnitude)
    #expect(times.milliseconds[0] == LinkTimes.maximumMilliseconds)
  }
}
