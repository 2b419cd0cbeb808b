import GTFSStore
import Geography
import TestSupport
import Testing

@Suite struct TripShapeTests {
  private static let feed = FeedText.minimal
    .replacing(
      "trips.txt",
      with: "route_id,service_id,trip_id,shape_id\nR,weekday,T,s\nR,weekday,U,\n"
    )
    .replacing(
      "stop_times.txt",
      with: """
        trip_id,arrival_time,departure_time,stop_id,stop_sequence
        T,08:00:00,08:00:00,A,1
        T,08:10:00,08:11:00,B,2
        U,09:00:00,09:00:00,A,1
        U,09:10:00,09:11:00,B,2

        """
    )
    .replacing(
      "shapes.txt",
      with: """
        shape_id,shape_pt_lat,shape_pt_lon,shape_pt_sequence
        s,50.81,4.30,9
        s,50.80,4.30,1
        s,50.805,4.31,5

        """)

  private static let course = [(50.80, 4.30), (50.805, 4.31), (50.81, 4.30)].map {
    Coordinate(latitude: $0.0, longitude: $0.1)
  }

  @Test func aTripHasTheShapeOfItsFeedInOrder() throws {
    let network = try Network(Self.feed)
    let shapes = try NetworkDatabase(network.path).shapes(ofTrips: ["T", "U", "V"])
    #expect(shapes == ["T": Self.course])
  }

  @Test func ofSeveralFeedsTheTripsAreThoseOfTheirOwn() throws {
    let network = try Network(Self.feed)
    try network.add("g", .minimal)
    let shapes = try NetworkDatabase(network.path).shapes(ofTrips: ["f:T", "g:T", "T"])
    #expect(shapes == ["f:T": Self.course])
  }
}
