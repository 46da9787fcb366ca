# syntax=docker/dockerfile:1
# docs/operation.md tells how to run the image, docs/extending.md how to build it with schemas of your own.

# Schema documents from outside of the clone: `--build-context schemas=DIR` takes the place of this stage.
# A folder without documents is refused, unless it has the folder `resource-types`, as this one.
FROM scratch AS schemas
WORKDIR /resource-types

FROM rust:1.95-slim-trixie AS build
WORKDIR /scimd
ENV CARGO_PROFILE_RELEASE_STRIP=symbols
RUN mkdir /data

# What scimd depends on, in a layer that holds until a manifest changes: built for empty crates, of which nothing is left.
COPY Cargo.toml Cargo.lock ./
COPY codegen/Cargo.toml codegen/
COPY server/Cargo.toml server/
COPY tests/Cargo.toml tests/
RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \
    mkdir -p codegen/src server/src tests/src/bin/bench \
    && touch codegen/src/lib.rs server/src/lib.rs tests/src/lib.rs \
    && for main in server/build.rs server/src/main.rs tests/src/bin/bench/main.rs; do echo 'fn main() {}' >"$main"; done \
    && cargo build --release --locked -p scimd --bin scimd \
    && cargo clean --release --locked -p scimd -p codegen

COPY . .
ARG SCIMD_PACKS
ARG SCIMD_SCHEMAS
RUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=locked \
    --mount=type=bind,from=schemas,target=/schemas \
    SCIMD_SCHEMAS="$SCIMD_SCHEMAS:/schemas" cargo build --release --locked -p scimd --bin scimd

# What the binary needs of a system and no more: glibc, libgcc, the roots of TLS, no shell. A static binary on an empty image
# would be smaller by some megabytes; it needs musl, whose allocator serves many threads badly, and roots from elsewhere.
FROM gcr.io/distroless/cc-debian13:nonroot
COPY --from=build /scimd/target/release/scimd /usr/local/bin/scimd
COPY --from=build --chown=65532:65532 /data /data
ENV SCIMD_LISTEN=0.0.0.0:8080 \
    SCIMD_DATABASE=sqlite:/data/scimd.db
USER 65532:65532
WORKDIR /data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s CMD ["/usr/local/bin/scimd", "health"]
ENTRYPOINT ["/usr/local/bin/scimd"]
CMD ["serve"]
