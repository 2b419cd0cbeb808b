import Geography
import Testing

@testable import StreetRouting

/// Destination traffic, islands and one-way streets, with their arithmetic. By car: 10 m/s.
struct AccessExampleTests {
  @Test("a private road is no short cut, though one can begin and end on it")
  func privateRoad() throws {
    // E---A---B---F with AB private; round about by C 300 m.
    let sketch = try Sketch(
      ["E-A 100", "A-B 100 private", "A-C 100", "C-B 200", "B-F 100"])
    // EA 50, AC 100, CB 200, BF 50: 400 m.
    #expect(sketch.seconds(.car, from: ("EA", 50), to: ("BF", 50)) == 40)
    #expect(sketch.seconds(.car, from: ("EA", 50), to: ("AB", 50)) == 10)
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("BF", 50)) == 10)
    // AB 50, BC 100 is shorter than BA 50, AC 100, CB 100.
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("CB", 100)) == 15)
    // Who begins at its gate on the public side may not pass: EA 0, AC 100, CB 200, BF 50.
    #expect(sketch.seconds(.car, from: ("EA", 100), to: ("BF", 50)) == 35)
    // At the gate on its own side one is on it: AB 100, BF 50.
    #expect(sketch.seconds(.car, from: ("AB", 0), to: ("BF", 50)) == 15)
  }

  @Test("private roads one after the other are one destination")
  func privateAtBothEnds() throws {
    // G---A---B---H, all private; A-C-B public.
    let sketch = try Sketch(
      ["G-A 100 private", "A-B 100 private", "B-H 100 private", "A-C 300", "C-B 300"])
    // GA 50, AB 100, BH 50: 200 m.
    #expect(sketch.seconds(.car, from: ("GA", 50), to: ("BH", 50)) == 20)
    // From 50 m before A to 50 m before B, on public streets: 250 m back to C, CB 250.
    #expect(sketch.seconds(.car, from: ("CA", 250), to: ("CB", 250)) == 50)
    // To a private one: CA 50, AB 100, BH 50.
    #expect(sketch.seconds(.car, from: ("CA", 250), to: ("BH", 50)) == 20)
  }

  @Test("a public street behind a private road counts as private: its house is reached and left")
  func houseBehindPrivateRoad() throws {
    //    C            The ring A D E is public, as is B-C behind the private road.
    //    B
    // D--A--E
    let sketch = try Sketch(
      ["A-B 100 private", "B-C 100", "A-D 100", "D-E 100", "E-A 100"])
    // DA 50, AB 100, BC 50: 200 m.
    #expect(sketch.seconds(.car, from: ("DA", 50), to: ("BC", 50)) == 20)
    #expect(sketch.seconds(.car, from: ("BC", 50), to: ("DA", 50)) == 20)
    let layers = StreetLayers(sketch.streets, .car, StateGraph(sketch.streets, .car))
    #expect(!layers.isThrough[Int(sketch.link("BC").raw)])
    #expect(layers.isThrough[Int(sketch.link("AD").raw)])
  }

  @Test(
    "a part of fewer than 500 nodes beside a larger one is not snapped to",
    arguments: [2, 499, 500])
  func island(count: Int) throws {
    // A row of 600 nodes on the equator, and a row of `count` nodes about 111 m beside it.
    func letters(_ first: UInt32, _ count: Int) -> [Character] {
      (0..<UInt32(count)).compactMap { Unicode.Scalar(first + $0).map(Character.init) }
    }
    let (mainland, island) = (letters(0x4E00, 600), letters(0x6000, count))
    let rows = [mainland, island].flatMap { row in
      zip(row, row.dropFirst()).map { "\($0)-\($1) 111" }
    }
    let places = [mainland, island].enumerated().flatMap { y, row in
      row.enumerated().map { x, letter in (letter, (x: Int32(x), y: Int32(y))) }
    }
    let sketch = try Sketch(rows, places: Dictionary(uniqueKeysWithValues: places))
    let place = Coordinate(latitude: 0.0012, longitude: 0.0005)
    let position = try #require(sketch.network(.walk).position(at: place))
    // 0.0002 degrees are 22.24 m to the second row, 0.0012 are 133.43 m to the first.
    #expect(abs(position.offStreetMeters - (count == 500 ? 22.24 : 133.43)) < 0.01)
    // 22.239 m at 4.8 km/h, 0.75 s a metre; 133.434 m.
    let walk = sketch.network(.walk).offStreetMilliseconds(position)
    #expect(walk == (count == 500 ? 16_679 : 100_076))
  }

  @Test("a one-way street without return is no place to begin or end, nor one without access")
  func trap() throws {
    let sketch = try Sketch(["A-B 100", "B-C 100", "B>T 100", "S>A 100"])
    #expect(sketch.isConnected("AB", .car))
    #expect(!sketch.isConnected("BT", .car) && !sketch.isConnected("SA", .car))
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("BT", 50)) == nil)
    #expect(sketch.seconds(.car, from: ("SA", 50), to: ("AB", 50)) == nil)
  }

  @Test("on one link: along it, against it, or round about where it is one-way")
  func sameLink() throws {
    let sketch = try Sketch(["A>B 100", "B>C 100", "C>A 100", "C-D 100"])
    #expect(sketch.seconds(.car, from: ("AB", 20), to: ("AB", 70)) == 5)
    // AB 30, BC 100, CA 100, AB 20: 250 m.
    #expect(sketch.seconds(.car, from: ("AB", 70), to: ("AB", 20)) == 25)
    #expect(sketch.seconds(.car, from: ("AB", 70), to: ("AB", 70)) == 0)
    #expect(sketch.seconds(.car, from: ("CD", 70), to: ("CD", 20)) == 5)
  }
}

/// What walking and cycling have of their own.
struct WalkAndBicycleExampleTests {
  @Test("steps take longer on foot")
  func steps() throws {
    let sketch = try Sketch(["A-B 100", "B-C 100 steps", "C-D 100"])
    // 50 m and 50 m at 1 m/s, the steps at half of it: 50 + 200 + 50.
    #expect(sketch.seconds(.walk, from: ("AB", 50), to: ("CD", 50)) == 300)
  }

  @Test("a bicycle is pushed where that is shorter in time than to ride round about")
  func pushed() throws {
    func sketch(_ detour: Int) throws -> Sketch {
      try Sketch(["A-B 100", "B-C 100 pushed", "B-C \(detour)", "C-D 100"])
    }
    // 50 m ridden take 10 s at each end. Pushed 100 m: 100 s; 400 m ridden: 80 s; 600 m: 120 s.
    #expect(try sketch(400).seconds(.bike, from: ("AB", 50), to: ("CD", 50)) == 100)
    #expect(try sketch(600).seconds(.bike, from: ("AB", 50), to: ("CD", 50)) == 120)
  }

  @Test("on a ferry all are as fast as the ferry; nobody begins there")
  func ferry() throws {
    let sketch = try Sketch(
      ["A-B 100", "B-C 500 ferry", "C-D 100"],
      places: ["A": (0, 0), "B": (1, 0), "C": (6, 0), "D": (7, 0)])
    // 500 m at 18 km/h are 100 s; 100 m on foot 100 s, by bicycle 20 s, by car 10 s.
    #expect(sketch.seconds(.walk, from: ("AB", 50), to: ("CD", 50)) == 200)
    #expect(sketch.seconds(.bike, from: ("AB", 50), to: ("CD", 50)) == 120)
    #expect(sketch.seconds(.car, from: ("AB", 50), to: ("CD", 50)) == 110)
    let middle = Coordinate(latitude: 0, longitude: 0.003)
    #expect(sketch.network(.walk).position(at: middle)?.link == sketch.link("AB").link)
  }
}
