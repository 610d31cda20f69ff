"""docker-compose.yml and the Dockerfile, checked without an engine."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
TEXT = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def services() -> dict[str, Any]:
    return dict(yaml.safe_load(TEXT)["services"])


def test_the_parts_are_those_of_the_embedded_stack(services: dict[str, Any]) -> None:
    assert set(services) == {"db", "redis", "migrate", "web", "worker", "beat"}


def test_postgres_18_keeps_its_data_where_it_wants_it(services: dict[str, Any]) -> None:
    db = services["db"]
    assert db["image"] == "postgres:18"
    assert "db:/var/lib/postgresql" in db["volumes"]
    assert db["environment"]["POSTGRES_INITDB_ARGS"] == "--locale-provider=builtin --locale=C.UTF-8"


@pytest.mark.parametrize("name", ["web", "worker", "beat"])
def test_nothing_starts_before_the_schema_is_there(services: dict[str, Any], name: str) -> None:
    assert services[name]["depends_on"]["migrate"]["condition"] == "service_completed_successfully"


@pytest.mark.parametrize(("name", "role"), [("migrate", "owner"), ("web", "app_web"), ("worker", "app_worker")])
def test_each_part_has_its_own_role(services: dict[str, Any], name: str, role: str) -> None:
    assert services[name]["environment"]["DATABASE_URL"].startswith(f"postgresql://{role}:")


@pytest.mark.parametrize("name", ["db", "redis", "web", "worker"])
def test_health_is_checked(services: dict[str, Any], name: str) -> None:
    assert services[name]["healthcheck"]["test"]


def test_no_secret_has_a_default() -> None:
    secrets = re.findall(r"\$\{(\w*(?:PASSWORD|SECRET)\w*)([^}]*)\}", TEXT)
    assert len(secrets) >= 6
    assert all(rest.startswith(":?") for _, rest in secrets)


def test_only_the_web_is_reachable_and_from_this_machine_alone(services: dict[str, Any]) -> None:
    assert [n for n, s in services.items() if "ports" in s] == ["web"]
    assert services["web"]["ports"][0].startswith("127.0.0.1:")


def test_workers_scale_and_beat_does_not(services: dict[str, Any]) -> None:
    assert "container_name" not in services["worker"]
    assert sum("beat" in s.get("command", []) for s in services.values()) == 1


def test_the_file_is_valid_compose() -> None:
    argv = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec", "docker-compose.yml"]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_dockerfile_is_sound() -> None:
    program = Path(sys.executable).parent / "hadolint"
    if not program.exists():
        pytest.skip("hadolint is not made for this machine")
    done = subprocess.run([str(program), "Dockerfile"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_container_does_not_run_as_root() -> None:
    assert re.search(r"^USER (?!root)", (ROOT / "Dockerfile").read_text(), re.M)
